import { returnList } from "@/lib/reports/lists/returns";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of returns as a workbook or CSV. */
export const GET = serveList(returnList);
