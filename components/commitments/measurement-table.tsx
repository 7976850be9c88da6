import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import type { getCommitment } from "@/lib/domain/commitments/queries";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { computeCommitment } from "@/lib/reports/commitments/compute";
import type { Actual } from "@/lib/reports/commitments/types";

type Commitment = NonNullable<Awaited<ReturnType<typeof getCommitment>>>;

/** The chart's values in words, each with what was expected on its day; typed ones with their source and verbs. */
export async function MeasurementTable(props: { commitment: Commitment; values: Actual[]; asOf: CivilDate }) {
  const { commitment, values } = props;
  const [t, formats] = await Promise.all([getTranslations("commitments"), getFormats()]);
  const typed = commitment.metric === "TYPED";
  const known = new Map(commitment.measurements.map((one) => [one.on, one]));
  const rows = [
    { on: commitment.baselineOn, value: commitment.baselineValue, baseline: true },
    ...values.map((value) => ({ ...value, baseline: false })),
  ];
  return (
    <DataTable
      label={typed ? t("measurements") : t("table")}
      rows={rows}
      rowKey={(row) => `${row.on}${row.baseline}`}
      columns={[
        { key: "on", header: t("on"), cell: (row) => formats.date(row.on) },
        { key: "value", header: t("value"), align: "end", cell: (row) => formats.number(row.value, 2) },
        {
          key: "expected",
          header: t("expected"),
          align: "end",
          cell: (row) => formats.number(computeCommitment(commitment, row, row.on).expected, 1),
        },
        {
          key: "attainment",
          header: t("attainment"),
          align: "end",
          cell: (row) => formats.percent(computeCommitment(commitment, row, row.on).attainment, 1),
        },
        {
          key: "source",
          header: t("source"),
          wrap: true,
          cell: (row) => {
            if (row.baseline) return t("baselineRow");
            return typed ? known.get(row.on)?.source : t(`live.${commitment.metric as "HEADCOUNT"}`);
          },
        },
        ...(typed
          ? [
              {
                key: "evidence",
                header: t("evidence"),
                wrap: true,
                cell: (row: (typeof rows)[number]) => (row.baseline ? null : known.get(row.on)?.evidence),
              },
            ]
          : []),
        ...(commitment.can.correct
          ? [
              {
                key: "verbs",
                header: <span className="visually-hidden">{t("verbsColumn")}</span>,
                cell: (row: (typeof rows)[number]) => {
                  const one = row.baseline ? undefined : known.get(row.on);
                  return one ? (
                    <AppLink
                      href={`/commitments/${commitment.id}/measurements/${one.id}`}
                      aria-label={`${t("correct")}: ${formats.date(row.on)}`}
                    >
                      {t("correct")}
                    </AppLink>
                  ) : null;
                },
              },
            ]
          : []),
      ]}
    />
  );
}
