import type { Metadata } from "next";
import { MovingMark } from "@/components/reports/moving-mark";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { getScopeFigures } from "@/lib/reports/occupancy/facts-tree";
import { recallHeadcount, recallOccupancyTree, recallPortfolioSeries } from "@/lib/reports/recall";
import { readReport } from "@/lib/reports/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function ReportsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("reports"),
    getFormats(),
  ]);
  const { asOf, options } = await readReport(viewer, searchParams);
  const [tree, headcount, [portfolio]] = await Promise.all([
    recallOccupancyTree(viewer, asOf, options),
    recallHeadcount(viewer, asOf, options),
    recallPortfolioSeries(viewer, [asOf], options),
  ]);
  const { occupancyRate } = getScopeFigures(tree, options);
  return (
    <>
      <PageHeader title={t("title")} figures={<p>{t("intro")}</p>} />
      <KeyFigures
        label={t("asOf", { day: formats.longDate(asOf) })}
        figures={[
          {
            label: t("occupancy.title"),
            href: "/reports/occupancy",
            value: formats.percent(occupancyRate),
            basis: t("occupancy.text"),
          },
          {
            label: t("headcount.title"),
            href: "/reports/headcount",
            value: (
              <>
                {formats.count(headcount.total)} <MovingMark standing={headcount.standing} />
              </>
            ),
            basis: t("headcount.text"),
          },
          {
            label: t("progress.title"),
            href: "/reports/progress",
            value: formats.count(portfolio?.rags.GREEN ?? 0),
            unit: t("portfolio.of", { count: portfolio?.projects ?? 0 }),
            basis: t("progress.text"),
          },
          ...(can(viewer, "reports.rows")
            ? [
                {
                  label: t("timeline.title"),
                  href: "/reports/timeline",
                  value: formats.count(portfolio?.milestones ?? 0),
                  basis: t("timeline.text"),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
