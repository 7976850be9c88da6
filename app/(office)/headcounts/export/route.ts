import { headcountList } from "@/lib/reports/lists/headcounts";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of headcounts as a workbook or CSV. */
export const GET = serveList(headcountList);
