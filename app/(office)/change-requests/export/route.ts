import { changeRequestList } from "@/lib/reports/lists/change-requests";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of change requests as a workbook or CSV. */
export const GET = serveList(changeRequestList);
