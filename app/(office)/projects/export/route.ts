import { projectList } from "@/lib/reports/lists/projects";
import { serveList } from "@/lib/reports/lists/serve";

/** The list of projects as a workbook or CSV. */
export const GET = serveList(projectList);
