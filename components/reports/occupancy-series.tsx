import { LineChart } from "@/components/charts/line-chart";
import { EmptyState } from "@/components/ui/empty-state";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { recallOccupancySeries } from "@/lib/reports/recall";
import type { ReportRequest } from "@/lib/reports/request";
import { toMonthsBack } from "@/lib/reports/series";

/** Occupancy and committed occupancy over the 24 months to the day. */
export async function OccupancySeries({ viewer, request }: { viewer: Viewer; request: ReportRequest }) {
  const [t, formats, points] = await Promise.all([
    getTranslations("reports"),
    getFormats(),
    recallOccupancySeries(viewer, toMonthsBack(request.asOf, 24), request.options),
  ]);
  if (points.every(({ occupancyRate }) => occupancyRate === null)) {
    // Of a part of the zone, day by day, nothing is told to those outside the office.
    const withheld = points.some(({ vacantArea }) => vacantArea === null);
    return withheld ? <p>{t("withheldPart")}</p> : <EmptyState title={t("noRows")} text={t("noRowsText")} />;
  }
  return (
    <LineChart
      width={1080}
      height={280}
      label={t("chart.occupancy")}
      format={(value) => formats.percent(value, 1)}
      foot={t("source", { asOf: formats.longDate(request.asOf) })}
      series={[
        {
          name: t("chart.committed"),
          points: points.map(({ asOf, committedRate }) => ({ on: asOf, value: committedRate })),
        },
        {
          name: t("chart.inOccupation"),
          points: points.map(({ asOf, occupancyRate }) => ({ on: asOf, value: occupancyRate })),
        },
      ]}
    />
  );
}
