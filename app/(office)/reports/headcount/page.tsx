import type { Metadata } from "next";
import { Suspense } from "react";
import { Definitions } from "@/components/reports/definitions";
import { FigureGrid } from "@/components/reports/figure-grid";
import { HeadcountSeries } from "@/components/reports/headcount-series";
import { ReportHead } from "@/components/reports/report-head";
import { ReportTable } from "@/components/reports/report-table";
import { ReportSection } from "@/components/reports/section";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { listHeadcountFigures } from "@/lib/reports/figures";
import { groupColumns } from "@/lib/reports/headcount/columns";
import { listGroupRows } from "@/lib/reports/headcount/group-rows";
import { recallHeadcount } from "@/lib/reports/recall";
import { readReport } from "@/lib/reports/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("headcount.title") };
}

export default async function HeadcountPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats, locale] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
    getFormats(),
    currentLocale(),
  ]);
  const request = await readReport(viewer, searchParams);
  const summary = await recallHeadcount(viewer, request.asOf, request.options);
  const mayRows = can(viewer, "reports.rows");
  const groups = listGroupRows(summary, request.places, locale, t);
  const { elsewhere } = summary;
  const tables = (["park", "building", "cluster", "country"] as const).filter(
    (by) => mayRows || groups[by].length > 0,
  );
  return (
    <>
      <ReportHead
        report="headcount"
        request={request}
        searchParams={searchParams}
        pathname="/reports/headcount"
        tabs={
          mayRows
            ? [
                { href: "/reports/headcount", label: t("reports.tabs.figures") },
                { href: "/reports/headcount/rows", label: t("reports.tabs.firms") },
              ]
            : undefined
        }
        files={[
          { label: t("reports.export.xlsx"), format: "xlsx" },
          { label: t("reports.export.csvGroups"), format: "csv", table: "groups" },
          ...(mayRows
            ? [{ label: t("reports.export.csvFirms"), format: "csv" as const, table: "rows" }]
            : []),
        ]}
      />
      <FigureGrid
        figures={listHeadcountFigures(summary)}
        asOf={request.asOf}
        mayRows={mayRows}
        query={{ building: request.building?.code ?? null, knownOn: request.knownOn }}
      />
      <ReportSection
        title={t("reports.overTime")}
        note={[
          t("reports.referenceOn", { day: formats.longDate(summary.referenceOn) }),
          t("reports.missing", { count: summary.missing }),
          ...(elsewhere.firms > 0 ? [t("reports.elsewhere", elsewhere)] : []),
          ...(mayRows ? [] : [t("reports.withheldNote")]),
        ].join(" ")}
      >
        <Suspense fallback={<Skeleton height={310} />}>
          <HeadcountSeries viewer={viewer} request={request} />
        </Suspense>
      </ReportSection>
      {tables.map((by) => (
        <ReportSection key={by} title={t(`reports.by${by[0]?.toUpperCase()}${by.slice(1)}`)}>
          <ReportTable
            label={t(`reports.by${by[0]?.toUpperCase()}${by.slice(1)}`)}
            columns={groupColumns(`reports.columns.${by}`)}
            rows={groups[by]}
            rowKey={({ key }) => key}
            without={groups[by].some(({ standing }) => standing) ? undefined : ["standing"]}
            empty={<EmptyState title={t("reports.noRows")} text={t("reports.noRowsText")} />}
          />
        </ReportSection>
      ))}
      <Definitions report="headcount" />
    </>
  );
}
