import { parseList } from "@/lib/platform/paging/list-params";
import { toCells, toFileColumns } from "@/lib/reports/columns";
import { serveTable } from "@/lib/reports/lists/serve";
import { timelineColumns } from "@/lib/reports/timeline/columns";
import { listTimeline } from "@/lib/reports/timeline/facts";
import { timelineSchema } from "@/lib/reports/timeline/filter";

/** The timeline of all projects that it is narrowed to, as a workbook or CSV. */
export const GET = serveTable(async ({ viewer, values, asOf }, locale, say) => {
  const { rows } = await listTimeline(viewer, parseList(timelineSchema, values), asOf, true);
  return {
    name: say("reports.timeline.title"),
    columns: toFileColumns(timelineColumns, say),
    rows: rows.map((row) => toCells(timelineColumns, row, locale, say)),
  };
});
