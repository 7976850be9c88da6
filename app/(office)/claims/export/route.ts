import { claimList } from "@/lib/reports/lists/claims";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of claims as a workbook or CSV. */
export const GET = serveList(claimList);
