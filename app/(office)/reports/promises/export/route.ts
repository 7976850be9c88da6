import { chainList } from "@/lib/reports/chain/list";
import { serveList } from "@/lib/reports/lists/serve";

/** What became of the agreements, with all that hangs on each, as a workbook or CSV. */
export const GET = serveList(chainList);
