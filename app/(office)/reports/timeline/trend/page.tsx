import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { TrendSection } from "@/components/milestones/trend-section";
import { PrintButton } from "@/components/reports/print-button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { listTrends } from "@/lib/reports/timeline/facts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("trend.title") };
}

/** The trend of the milestones that were ticked on the timeline: `?id=…&id=…`. */
export default async function TrendPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("reports"),
  ]);
  if (!can(viewer, "reports.rows")) forbidden();
  const asOf = asOfFrom(searchParams);
  const { id = [] } = searchParams;
  const trends = await listTrends(viewer, Array.isArray(id) ? id : [id], asOf);
  return (
    <>
      <PageHeader
        title={t("trend.title")}
        trail={[{ href: "/reports/timeline", label: t("timeline.title") }]}
        more={<PrintButton label={t("print")} />}
      />
      {trends.length === 0 ? (
        <EmptyState title={t("trend.none")} text={t("trend.noneText")} />
      ) : (
        <TrendSection trends={trends} asOf={asOf} withProject />
      )}
    </>
  );
}
