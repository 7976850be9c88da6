import { forbidden } from "@/lib/platform/errors/app-error";
import { parseList } from "@/lib/platform/paging/list-params";
import { toTable } from "@/lib/reports/export";
import { serveExport } from "@/lib/reports/export-request";
import { milestoneColumns, projectColumns } from "@/lib/reports/progress/columns";
import { getProgressReport } from "@/lib/reports/progress/facts";
import { progressSchema } from "@/lib/reports/progress/filter";
import { listProjectRows } from "@/lib/reports/progress/rows";

/** The progress report as a workbook or CSV: projects, and every milestone of theirs. */
export const GET = serveExport("progress", async (context) => {
  const { viewer, request, locale, say, sayWith, values } = context;
  const { projects } = await getProgressReport(viewer, request.asOf, request.options);
  if (!projects) throw forbidden();
  const rows = listProjectRows(projects, locale, sayWith, parseList(progressSchema, values).rag);
  const milestones = rows.flatMap(({ project }) =>
    project.milestones.map((milestone) => ({ project, milestone })),
  );
  return {
    projects: toTable(say("reports.projectsTable"), projectColumns, rows, context),
    milestones: toTable(say("reports.tabs.milestones"), milestoneColumns, milestones, context),
  };
});
