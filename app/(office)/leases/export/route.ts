import { leaseList } from "@/lib/reports/lists/leases";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of leases as a workbook or CSV. */
export const GET = serveList(leaseList);
