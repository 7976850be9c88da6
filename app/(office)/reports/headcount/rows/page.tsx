import type { Metadata } from "next";
import { ReportHead } from "@/components/reports/report-head";
import { ReportTable } from "@/components/reports/report-table";
import { ReportSection } from "@/components/reports/section";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { offsetOf, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { firmColumns } from "@/lib/reports/headcount/columns";
import { headcountRowsSchema, listHeadcountRows, SHOW_FILTERS } from "@/lib/reports/headcount/facts-rows";
import { readReport } from "@/lib/reports/request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports");
  return { title: `${t("headcount.title")}: ${t("tabs.firms")}` };
}

/** The rows behind the headcount: a row for each firm in a park. */
export default async function HeadcountRowsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("reports"),
  ]);
  const request = await readReport(viewer, searchParams);
  const params = parseList(headcountRowsSchema, searchParams);
  const { rows, total } = await listHeadcountRows(viewer, request.asOf, {
    ...request.options,
    show: params.show,
    limit: params.pageSize,
    offset: offsetOf(params),
  });
  const pathname = "/reports/headcount/rows";
  return (
    <>
      <ReportHead
        report="headcount"
        request={request}
        searchParams={searchParams}
        pathname={pathname}
        tabs={[
          { href: "/reports/headcount", label: t("tabs.figures") },
          { href: pathname, label: t("tabs.firms") },
        ]}
        fields={[
          {
            name: "show",
            label: t("bar.show"),
            type: "select",
            options: SHOW_FILTERS.map((value) => ({ value, label: t(`showFilters.${value}`) })),
          },
        ]}
        files={[
          { label: t("export.xlsx"), format: "xlsx" },
          { label: t("export.csvFirms"), format: "csv", table: "rows" },
        ]}
      />
      <ReportSection title={t("tabs.firms")}>
        <ReportTable
          label={t("tabs.firms")}
          columns={firmColumns}
          rows={rows}
          rowKey={({ enterpriseId, parkId }) => `${enterpriseId} ${parkId}`}
          without={rows.some(({ standing }) => standing) ? undefined : ["standing"]}
          rowHref={({ enterpriseId }) => `/enterprises/${enterpriseId}`}
          searchParams={searchParams}
          empty={<EmptyState title={t("noRows")} text={t("noRowsText")} />}
        />
        <Pager
          page={params.page}
          pageSize={params.pageSize}
          total={total}
          searchParams={searchParams}
          pathname={pathname}
        />
      </ReportSection>
    </>
  );
}
