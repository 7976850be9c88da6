import { can } from "@/lib/domain/permissions";
import { parseList } from "@/lib/platform/paging/list-params";
import { inBatches, toFigureTable, toTable } from "@/lib/reports/export";
import { serveExport } from "@/lib/reports/export-request";
import { listOccupancyFigures } from "@/lib/reports/figures";
import { expiryColumns, placeColumns, rentRollColumns } from "@/lib/reports/occupancy/columns";
import { listRentRoll } from "@/lib/reports/occupancy/facts-rows";
import { getScopeFigures } from "@/lib/reports/occupancy/facts-tree";
import { listPlaceRows } from "@/lib/reports/occupancy/place-rows";
import { rentRollSchema, toStates } from "@/lib/reports/occupancy/rent-roll-filter";
import { recallExpiryProfile, recallOccupancyTree, recallRentRollCounts } from "@/lib/reports/recall";

/** The occupancy report as a workbook or CSV; the rent roll for those who may see rows. */
export const GET = serveExport("occupancy", async (context) => {
  const { viewer, request, say, values } = context;
  const { asOf, options } = request;
  const [tree, expiry] = await Promise.all([
    recallOccupancyTree(viewer, asOf, options),
    recallExpiryProfile(viewer, asOf, values.by === "quarter" ? "quarter" : "year", options),
  ]);
  const places = listPlaceRows(tree, request.places, request).map((row) =>
    row.level === "ZONE"
      ? { ...row, nameZh: say("reports.scopeZone"), nameEn: say("reports.scopeZone") }
      : row,
  );
  const states = toStates(parseList(rentRollSchema, values).state);
  const roll = inBatches(async (page) => {
    const counts = await recallRentRollCounts(viewer, asOf, options);
    return listRentRoll(viewer, asOf, { ...options, ...page, states, counts });
  });
  return {
    figures: toFigureTable(
      listOccupancyFigures(getScopeFigures(tree, options), can(viewer, "reports.rows")),
      context,
    ),
    places: toTable(say("reports.byPlace"), placeColumns, places, context),
    expiry: toTable(say("reports.expiry"), expiryColumns, expiry.buckets, context),
    ...(can(viewer, "reports.rows") && {
      rows: toTable(say("reports.rentRoll"), rentRollColumns, roll, context),
    }),
  };
});
