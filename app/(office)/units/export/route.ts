import { serveList } from "@/lib/reports/lists/serve";
import { unitList } from "@/lib/reports/lists/units";

/** The list of units as a workbook or CSV. */
export const GET = serveList(unitList);
