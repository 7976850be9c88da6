import { returnFormList } from "@/lib/reports/lists/return-forms";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of forms as a workbook or CSV. */
export const GET = serveList(returnFormList);
