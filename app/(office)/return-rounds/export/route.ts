import { roundList } from "@/lib/reports/lists/return-rounds";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of rounds as a workbook or CSV. */
export const GET = serveList(roundList);
