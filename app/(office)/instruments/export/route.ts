import { instrumentList } from "@/lib/reports/lists/instruments";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of instruments as a workbook or CSV. */
export const GET = serveList(instrumentList);
