import type { Metadata } from "next";
import { ReportHead } from "@/components/reports/report-head";
import { ReportTable } from "@/components/reports/report-table";
import { ReportSection } from "@/components/reports/section";
import { EmptyState } from "@/components/ui/empty-state";
import { FigureLine } from "@/components/ui/key-figures";
import { Pager } from "@/components/ui/pager";
import { StatusMark } from "@/components/ui/status-mark";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { offsetOf, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import { rentRollColumns } from "@/lib/reports/occupancy/columns";
import { listRentRoll } from "@/lib/reports/occupancy/facts-rows";
import { RENT_ROLL_FILTERS, rentRollSchema, toStates } from "@/lib/reports/occupancy/rent-roll-filter";
import type { RentRollState } from "@/lib/reports/occupancy/types";
import { recallRentRollCounts } from "@/lib/reports/recall";
import { readReport } from "@/lib/reports/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("rentRoll") };
}

const marks: Record<RentRollState, StatusKind> = {
  IN_OCCUPATION: "occupied",
  EXPIRING: "expiring",
  HOLDOVER: "holdover",
  COMMITTED: "committed",
  VACANT: "vacant",
};

/** The rows behind the occupancy figures: the rent roll of the day. */
export default async function RentRollPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("reports"),
    getFormats(),
  ]);
  const [request, params] = [await readReport(viewer, searchParams), parseList(rentRollSchema, searchParams)];
  const roll = await listRentRoll(viewer, request.asOf, {
    ...request.options,
    counts: await recallRentRollCounts(viewer, request.asOf, request.options),
    states: toStates(params.state),
    limit: params.pageSize,
    offset: offsetOf(params),
  });
  const pathname = "/reports/occupancy/rows";
  return (
    <>
      <ReportHead
        report="occupancy"
        request={request}
        searchParams={searchParams}
        pathname={pathname}
        tabs={[
          { href: "/reports/occupancy", label: t("tabs.figures") },
          { href: pathname, label: t("tabs.rentRoll") },
        ]}
        fields={[
          {
            name: "state",
            label: t("bar.state"),
            type: "select",
            options: RENT_ROLL_FILTERS.map((value) => ({ value, label: t(`stateFilters.${value}`) })),
          },
        ]}
        files={[
          { label: t("export.xlsx"), format: "xlsx" },
          { label: t("export.csvRows"), format: "csv", table: "rows" },
        ]}
      />
      <ReportSection title={t("rentRoll")}>
        <FigureLine
          figures={[
            { label: t("rentRollTotal", { count: roll.total }), value: "" },
            { label: t("columns.area"), value: formats.area(roll.area) },
            { label: t("columns.counted"), value: formats.area(roll.occupiedArea) },
          ]}
        />
        <ReportTable
          label={t("rentRoll")}
          columns={rentRollColumns}
          rows={roll.rows}
          rowKey={({ unitId, leaseId }) => `${unitId} ${leaseId}`}
          rowHref={({ unitId, leaseId }) => (leaseId ? `/leases/${leaseId}` : `/units/${unitId}`)}
          searchParams={searchParams}
          cells={{ state: ({ state }) => <StatusMark kind={marks[state]} label={t(`states.${state}`)} /> }}
          empty={<EmptyState title={t("noRows")} text={t("noRowsText")} />}
        />
        <Pager
          page={params.page}
          pageSize={params.pageSize}
          total={roll.total}
          searchParams={searchParams}
          pathname={pathname}
        />
      </ReportSection>
    </>
  );
}
