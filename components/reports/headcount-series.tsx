import { LineChart } from "@/components/charts/line-chart";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { recallHeadcountTotals } from "@/lib/reports/recall";
import type { ReportRequest } from "@/lib/reports/request";
import { toMonthsBack } from "@/lib/reports/series";

/** Published headcount over the 24 months to the day. */
export async function HeadcountSeries({ viewer, request }: { viewer: Viewer; request: ReportRequest }) {
  const [t, formats, points] = await Promise.all([
    getTranslations("reports"),
    getFormats(),
    recallHeadcountTotals(viewer, toMonthsBack(request.asOf, 24), request.options),
  ]);
  return (
    <LineChart
      width={1080}
      height={280}
      fromZero
      label={t("chart.headcount")}
      format={(value) => formats.count(value)}
      foot={t("source", { asOf: formats.longDate(request.asOf) })}
      series={[
        { name: t("chart.people"), points: points.map(({ asOf, total }) => ({ on: asOf, value: total })) },
      ]}
    />
  );
}
