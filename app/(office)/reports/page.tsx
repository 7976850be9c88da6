import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { getHeadcount } from "@/lib/reports/headcount/facts";
import { getOccupancyTree, getScopeFigures } from "@/lib/reports/occupancy/facts-tree";
import { getProgressReport } from "@/lib/reports/progress/facts";
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
  const [tree, headcount, progress] = await Promise.all([
    getOccupancyTree(viewer, asOf, options),
    getHeadcount(viewer, asOf, options),
    getProgressReport(viewer, asOf, options),
  ]);
  const { occupancyRate } = getScopeFigures(tree, options);
  const { rags, projects } = progress.portfolio;
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
            value: formats.count(headcount.total),
            basis: t("headcount.text"),
          },
          {
            label: t("progress.title"),
            href: "/reports/progress",
            value: formats.count(rags.GREEN),
            unit: t("portfolio.of", { count: projects }),
            basis: t("progress.text"),
          },
        ]}
      />
    </>
  );
}
