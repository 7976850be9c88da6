import { can } from "@/lib/domain/permissions";
import { parseList } from "@/lib/platform/paging/list-params";
import { inBatches, toFigureTable, toTable } from "@/lib/reports/export";
import { serveExport } from "@/lib/reports/export-request";
import { listHeadcountFigures } from "@/lib/reports/figures";
import { firmColumns, groupColumns } from "@/lib/reports/headcount/columns";
import { headcountRowsSchema, listHeadcountRows } from "@/lib/reports/headcount/facts-rows";
import { listGroupRows } from "@/lib/reports/headcount/group-rows";
import { getPublishedHeadcount } from "@/lib/reports/headcount/published";

/** The headcount report as a workbook or CSV; firms for those who may see rows. */
export const GET = serveExport("headcount", async (context) => {
  const { viewer, request, locale, say, values } = context;
  const { asOf, options } = request;
  const summary = await getPublishedHeadcount(viewer, asOf, options);
  const groups = listGroupRows(summary, request.places, locale, say);
  const { show } = parseList(headcountRowsSchema, values);
  const firms = inBatches((page) => listHeadcountRows(viewer, asOf, { ...options, ...page, show }));
  const group = (by: keyof typeof groups, title: string) =>
    toTable(say(title), groupColumns(`reports.columns.${by}`), groups[by], context);
  const all = Object.values(groups).flat();
  return {
    figures: toFigureTable(listHeadcountFigures(summary), context),
    ...(values.format === "csv" && {
      groups: toTable(say("reports.figures"), groupColumns("reports.columns.place"), all, context),
    }),
    parks: group("park", "reports.byPark"),
    buildings: group("building", "reports.byBuilding"),
    clusters: group("cluster", "reports.byCluster"),
    countries: group("country", "reports.byCountry"),
    ...(can(viewer, "reports.rows") && {
      rows: toTable(say("reports.tabs.firms"), firmColumns, firms, context),
    }),
  };
});
