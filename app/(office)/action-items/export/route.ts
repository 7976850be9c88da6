import { actionItemList } from "@/lib/reports/lists/action-items";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of action items as a workbook or CSV. */
export const GET = serveList(actionItemList);
