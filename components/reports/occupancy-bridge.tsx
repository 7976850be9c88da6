import { BridgeChart } from "@/components/charts/bridge-chart";
import { FigureLine } from "@/components/ui/key-figures";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addMonths } from "@/lib/platform/dates/civil";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { recallBridge } from "@/lib/reports/recall";
import type { ReportRequest } from "@/lib/reports/request";

/** The movement bridge and the churn of the 12 months to the day. */
export async function OccupancyBridge({ viewer, request }: { viewer: Viewer; request: ReportRequest }) {
  const from = addMonths(request.asOf, -12);
  const [t, formats, bridge] = await Promise.all([
    getTranslations(),
    getFormats(),
    recallBridge(viewer, from, request.asOf, request.options),
  ]);
  const { opening, takeUp, terminations, closing, netAbsorption, supplyChange, churn } = bridge;
  if (opening === null || takeUp === null || terminations === null || closing === null || churn === null) {
    return <p>{t("reports.withheldMovement")}</p>;
  }
  return (
    <>
      <BridgeChart
        width={1080}
        height={280}
        label={t("reports.chart.bridge", { from, to: request.asOf })}
        format={(value) => formats.count(Math.round(value))}
        foot={t("reports.source", { asOf: formats.longDate(request.asOf) })}
        steps={[
          { label: t("reports.bridgeSteps.opening", { day: from }), value: Number(opening), kind: "total" },
          { label: t("reports.bridgeSteps.takeUp"), value: Number(takeUp), kind: "change" },
          { label: t("reports.bridgeSteps.terminations"), value: 0 - Number(terminations), kind: "change" },
          {
            label: t("reports.bridgeSteps.closing", { day: request.asOf }),
            value: Number(closing),
            kind: "total",
          },
        ]}
      />
      <FigureLine
        figures={[
          { label: t("metrics.takeUp.name"), value: formats.area(takeUp), unit: "m²" },
          { label: t("metrics.terminations.name"), value: formats.area(terminations), unit: "m²" },
          { label: t("metrics.netAbsorption.name"), value: formats.area(netAbsorption), unit: "m²" },
          { label: t("metrics.supplyChange.name"), value: formats.area(supplyChange), unit: "m²" },
          {
            label: t("metrics.churnRate.name"),
            value: formats.percent(churn.rate),
            unit: `(${t("reports.churnText", { exits: churn.exits, tenants: churn.tenants })})`,
          },
        ]}
      />
    </>
  );
}
