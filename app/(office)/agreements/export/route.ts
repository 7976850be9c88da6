import { agreementList } from "@/lib/reports/lists/agreements";
import { serveList } from "@/lib/reports/lists/serve";

/** The register of agreements as a workbook or CSV. */
export const GET = serveList(agreementList);
