import { rateList } from "@/lib/reports/lists/rates";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of rates as a workbook or CSV. */
export const GET = serveList(rateList);
