import { enterpriseList } from "@/lib/reports/lists/enterprises";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of enterprises as a workbook or CSV. */
export const GET = serveList(enterpriseList);
