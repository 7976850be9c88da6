import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { sumRosters } from "@/lib/reports/roster/compute";
import type { RosterRow } from "@/lib/reports/roster/facts";

/** Rosters beside what was declared, with what explains the difference. */
export async function DeclaredTable(props: {
  rows: RosterRow[];
  label: string;
  of: "firms" | "parks" | "firm";
}) {
  const [t, locale, formats] = await Promise.all([
    getTranslations("employees"),
    currentLocale(),
    getFormats(),
  ]);
  const { rows } = props;
  const sum = sumRosters(rows.map(({ count }) => count));
  const declared = rows.filter((row) => row.declared !== null);
  const total = (figures: (number | null)[]) =>
    figures.reduce<number>((all, figure) => all + (figure ?? 0), 0);
  const less = (count: number) => (count === 0 ? "0" : `−${formats.count(count)}`);
  const firm: Column<RosterRow> = {
    key: "enterprise",
    header: t("enterprise"),
    wrap: true,
    cell: (row) => nameOf(locale, row.enterprise),
  };
  const park: Column<RosterRow> = {
    key: "park",
    header: t("park"),
    wrap: props.of !== "firms",
    cell: (row) => (props.of === "firms" ? row.park.code : nameOf(locale, row.park)),
  };
  const on: Column<RosterRow> = {
    key: "declaredOn",
    header: t("declared.on"),
    cell: (row) => formats.date(row.declaredOn),
  };
  return (
    <DataTable
      label={props.label}
      rows={rows}
      rowKey={(row) => `${row.enterprise.id} ${row.park.id}`}
      rowHref={
        props.of === "parks"
          ? undefined
          : (row) => `/employees?enterprise=${row.enterprise.id}&park=${row.park.code}&state=ALL`
      }
      totalLabel={rows.length > 1 ? t("declared.total") : undefined}
      empty={<EmptyState title={t("declared.empty")} />}
      columns={[
        ...(props.of === "firms" ? [firm] : []),
        park,
        ...(props.of === "parks" ? [] : [on]),
        {
          key: "joined",
          header: t("declared.joined"),
          align: "end",
          cell: (row) => formats.count(row.count.joined),
          total: formats.count(sum.joined),
        },
        ...(["left", "interns", "outsourced"] as const).map((part) => ({
          key: part,
          header: t(`declared.${part}`),
          align: "end" as const,
          cell: (row: RosterRow) => less(row.count[part]),
          total: less(sum[part]),
        })),
        {
          key: "counted",
          header: t("declared.counted"),
          align: "end",
          cell: (row) => formats.count(row.count.counted),
          total: formats.count(sum.counted),
        },
        {
          key: "declared",
          header: t("declared.declared"),
          align: "end",
          cell: (row) => formats.count(row.declared),
          total: formats.count(total(declared.map((row) => row.declared))),
        },
        {
          key: "residual",
          header: t("declared.residual"),
          align: "end",
          cell: (row) => formats.change(row.residual),
          total: formats.change(total(declared.map((row) => row.residual))),
        },
      ]}
    />
  );
}
