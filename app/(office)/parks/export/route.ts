import { parkList } from "@/lib/reports/lists/parks";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of parks as a workbook or CSV. */
export const GET = serveList(parkList);
