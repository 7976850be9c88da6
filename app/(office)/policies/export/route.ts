import { policyList } from "@/lib/reports/lists/policies";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of policies as a workbook or CSV. */
export const GET = serveList(policyList);
