import { programmeList } from "@/lib/reports/lists/programmes";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of programmes as a workbook or CSV. */
export const GET = serveList(programmeList);
