import { buildingList } from "@/lib/reports/lists/buildings";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of buildings as a workbook or CSV. */
export const GET = serveList(buildingList);
