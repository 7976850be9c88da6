import { assertCan } from "@/lib/domain/permissions";
import { toCells, toFileColumns } from "@/lib/reports/columns";
import { serveTable } from "@/lib/reports/lists/serve";
import { rosterColumns } from "@/lib/reports/roster/columns";
import { listRosterRows } from "@/lib/reports/roster/facts";

/** Rosters beside declared headcounts as a workbook or CSV, a firm and park a row. */
export const GET = serveTable(async ({ viewer, asOf }, locale, say) => {
  assertCan(viewer, "reports.rows");
  const rows = await listRosterRows(viewer, asOf);
  return {
    name: say("employees.declared.title"),
    columns: toFileColumns(rosterColumns, say),
    rows: rows.map((row) => toCells(rosterColumns, row, locale, say)),
  };
});
