import { commitmentList } from "@/lib/reports/lists/commitments";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of commitments as a workbook or CSV. */
export const GET = serveList(commitmentList);
