import { meetingList } from "@/lib/reports/lists/meetings";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of sessions as a workbook or CSV. */
export const GET = serveList(meetingList);
