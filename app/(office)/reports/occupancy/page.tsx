import type { Metadata } from "next";
import { Suspense } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { Definitions } from "@/components/reports/definitions";
import { FigureGrid } from "@/components/reports/figure-grid";
import { OccupancyBridge } from "@/components/reports/occupancy-bridge";
import { OccupancySeries } from "@/components/reports/occupancy-series";
import { ReportHead } from "@/components/reports/report-head";
import { ReportTable } from "@/components/reports/report-table";
import styles from "@/components/reports/reports.module.css";
import { ReportSection } from "@/components/reports/section";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { listOccupancyFigures } from "@/lib/reports/figures";
import { expiryColumns, placeColumns } from "@/lib/reports/occupancy/columns";
import { getScopeFigures } from "@/lib/reports/occupancy/facts-tree";
import { listPlaceRows } from "@/lib/reports/occupancy/place-rows";
import { LEAST_FIRMS } from "@/lib/reports/occupancy/publish";
import { recallExpiryProfile, recallOccupancyTree } from "@/lib/reports/recall";
import { readReport } from "@/lib/reports/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("occupancy.title") };
}

export default async function OccupancyPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats, locale] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("reports"),
    getFormats(),
    currentLocale(),
  ]);
  const request = await readReport(viewer, searchParams);
  const by = firstValues(searchParams).by === "quarter" ? "quarter" : "year";
  const { asOf, options, places } = request;
  const [tree, expiry] = await Promise.all([
    recallOccupancyTree(viewer, asOf, options),
    recallExpiryProfile(viewer, asOf, by, options),
  ]);
  const mayRows = can(viewer, "reports.rows");
  const foot = t("source", { asOf: formats.longDate(asOf) });
  const periods = expiry.buckets.map(({ period }) => (period === "HOLDOVER" ? t("holdover") : period));
  return (
    <>
      <ReportHead
        report="occupancy"
        request={request}
        searchParams={searchParams}
        pathname="/reports/occupancy"
        tabs={
          mayRows
            ? [
                { href: "/reports/occupancy", label: t("tabs.figures") },
                { href: "/reports/occupancy/rows", label: t("tabs.rentRoll") },
              ]
            : undefined
        }
        files={[
          { label: t("export.xlsx"), format: "xlsx" },
          { label: t("export.csvPlaces"), format: "csv", table: "places" },
          ...(mayRows ? [{ label: t("export.csvRows"), format: "csv" as const, table: "rows" }] : []),
        ]}
      />
      {mayRows ? null : <p>{t("withheldRule", { firms: LEAST_FIRMS })}</p>}
      <FigureGrid
        figures={listOccupancyFigures(getScopeFigures(tree, options), mayRows)}
        asOf={asOf}
        mayRows={mayRows}
        query={{ building: request.building?.code ?? null, knownOn: request.knownOn }}
      />
      <ReportSection title={t("overTime")}>
        <Suspense fallback={<Skeleton height={310} />}>
          <OccupancySeries viewer={viewer} request={request} />
        </Suspense>
      </ReportSection>
      <ReportSection title={t("byPlace")}>
        <ReportTable
          label={t("byPlace")}
          columns={placeColumns}
          without={["park", "building"]}
          rows={listPlaceRows(tree, places, request)}
          rowKey={({ level, park, code }) => `${level} ${park} ${code}`}
          cells={{
            name: (row) => (
              <span className={row.level === "BUILDING" ? styles.indent : styles.strong}>
                {row.level === "ZONE" ? t("scopeZone") : nameOf(locale, row)}
              </span>
            ),
          }}
        />
      </ReportSection>
      <ReportSection title={t("expiry")}>
        {expiry.buckets.length > 0 ? null : expiry.occupiedArea === null ? (
          <p>{t("withheldPart")}</p>
        ) : (
          <EmptyState title={t("noRows")} text={t("noRowsText")} />
        )}
        <div className={styles.pair} hidden={expiry.buckets.length === 0}>
          <BarChart
            label={t("chart.expiry")}
            categories={periods}
            series={[
              {
                name: t("columns.area"),
                values: expiry.buckets.map(({ area }) => (area === null ? null : Number(area))),
              },
            ]}
            format={(value) => formats.count(Math.round(value))}
            foot={foot}
          />
          <ReportTable
            label={t("expiry")}
            columns={expiryColumns}
            rows={expiry.buckets}
            rowKey={({ period }) => period}
            cells={{ period: ({ period }) => (period === "HOLDOVER" ? t("holdover") : period) }}
          />
        </div>
      </ReportSection>
      <ReportSection title={t("bridge")}>
        <Suspense fallback={<Skeleton height={340} />}>
          <OccupancyBridge viewer={viewer} request={request} />
        </Suspense>
      </ReportSection>
      <Definitions report="occupancy" />
    </>
  );
}
