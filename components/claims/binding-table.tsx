import styles from "@/components/reports/reports.module.css";
import { ReportSection } from "@/components/reports/section";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { ClaimDto } from "@/lib/domain/claims/dto";
import { claimComparisonLabel, claimMetricHelp, claimMetricLabel } from "@/lib/domain/claims/labels";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { claimStateKinds } from "@/lib/reports/claims/state-kinds";
import type { ClaimFigures } from "@/lib/reports/claims/types";
import { figureText } from "./figure-text";

/** Each figure of the sentence: what was said, what the record said then, and what it says now. */
export async function BindingTable(props: { claim: ClaimDto & { figures: ClaimFigures }; asOf: CivilDate }) {
  const { claim, asOf } = props;
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const bound = new Map(claim.figures.bindings.map((figure) => [figure.id, figure]));
  const rows = claim.bindings.flatMap((binding) => {
    const figure = bound.get(binding.id);
    return figure ? [{ ...binding, figure }] : [];
  });
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  return (
    <>
      <DataTable
        label={t("claims.bindings")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("claims.none")} />}
        columns={[
          {
            key: "metric",
            header: t("claims.metricLabel"),
            cell: ({ metric }) => t(claimMetricLabel(metric)),
          },
          {
            key: "of",
            header: t("claims.scopeLabel"),
            wrap: true,
            cell: ({ of }) => (of ? nameOf(locale, of) : t("claims.scope.ZONE")),
          },
          {
            key: "said",
            header: t("claims.saidColumn"),
            align: "end",
            cell: (row) =>
              `${t(claimComparisonLabel(row.comparison))} ${figureText(formats, row, row.figure.said)}`,
          },
          {
            key: "then",
            header: `${t("claims.then")} (${claim.asOf})`,
            align: "end",
            cell: (row) => figureText(formats, row, row.figure.valueThen),
          },
          {
            key: "now",
            header: `${t("claims.now")} (${asOf})`,
            align: "end",
            cell: (row) => figureText(formats, row, row.figure.valueNow),
          },
          {
            key: "state",
            header: t("claims.stateLabel"),
            mark: ({ figure }) => claimStateKinds[figure.state],
            cell: ({ figure }) => t(`claims.state.${figure.state}`),
          },
        ]}
      />
      {metrics.length > 0 ? (
        <ReportSection title={t("reports.definitions")}>
          <dl className={styles.definitions}>
            {metrics.map((metric) => (
              <div key={metric}>
                <dt>{t(claimMetricLabel(metric))}</dt>
                <dd>{t(claimMetricHelp(metric))}</dd>
              </div>
            ))}
          </dl>
        </ReportSection>
      ) : null}
    </>
  );
}
