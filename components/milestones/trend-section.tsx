import { TrendChart } from "@/components/charts/trend-chart";
import { DataTable } from "@/components/ui/data-table";
import { type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { Trend } from "@/lib/reports/timeline/facts";

/** What was expected of milestones on each day that somebody said so: the picture, and the same as a table. */
export async function TrendSection(props: { trends: Trend[]; asOf: CivilDate; withProject?: boolean }) {
  const { trends, asOf } = props;
  const [t, locale, formats] = await Promise.all([
    getTranslations("reports.trend"),
    currentLocale(),
    getFormats(),
  ]);
  const nameOf = (trend: Trend) =>
    (props.withProject ? `${trend.project.code} ` : "") + titleOf(locale, trend);
  const rows = trends.flatMap((trend) =>
    trend.points.map((point, i) => {
      const before = trend.points[i - 1];
      return {
        key: `${trend.id} ${point.on}`,
        name: nameOf(trend),
        ...point,
        moved: before ? daysBetween(before.expectedOn, point.expectedOn) : null,
      };
    }),
  );
  return (
    <>
      <TrendChart
        label={t("label", { count: trends.length })}
        diagonal={t("diagonal")}
        foot={t("foot", { asOf: formats.longDate(asOf) })}
        asOf={asOf}
        series={trends.map((trend) => ({ id: trend.id, name: nameOf(trend), points: trend.points }))}
      />
      <details>
        <summary>{t("table")}</summary>
        <DataTable
          label={t("table")}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: "name", header: t("milestone"), wrap: true, cell: (row) => row.name },
            { key: "on", header: t("reportedOn"), cell: (row) => formats.date(row.on) },
            { key: "expectedOn", header: t("expectedOn"), cell: (row) => formats.date(row.expectedOn) },
            { key: "moved", header: t("moved"), align: "end", cell: (row) => formats.change(row.moved) },
          ]}
        />
      </details>
    </>
  );
}
