import "server-only";
import { milestoneScope } from "@/lib/domain/milestones/scope";
import { assertCan } from "@/lib/domain/permissions";
import { projectScope } from "@/lib/domain/projects/scope";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { offsetOf } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertReportRows } from "@/lib/reports/facts-reach";
import { listProjectReports, type ProjectReport } from "@/lib/reports/progress/facts";
import { computeStanding, computeTrend, type TimelineStanding, type TrendLine } from "./compute";
import { pickProjects } from "./facts-late";
import type { TimelineGrouping, TimelineParams } from "./filter";

type Titled = { id: string; code: string; titleZh: string | null; titleEn: string | null };
type Named = { code: string; nameZh: string | null; nameEn: string | null };

const select = {
  id: true,
  code: true,
  cluster: true,
  park: { select: { code: true, nameZh: true, nameEn: true } },
  agreement: { select: { id: true, code: true, titleZh: true, titleEn: true } },
} satisfies Prisma.ProjectSelect;

export type TimelineRow = {
  project: ProjectReport;
  agreement: Titled | null;
  park: Named | null;
  milestone: ProjectReport["milestones"][number];
} & TimelineStanding;

/** Projects with milestones that have not been cancelled, in the order of their groups. */
function toQuery(viewer: Viewer, params: TimelineParams) {
  const by = params.by ?? "agreement";
  const where: Prisma.ProjectWhereInput = {
    AND: [
      projectScope(viewer),
      { stage: { not: "CANCELLED" }, milestones: { some: {} } },
      params.agreement ? { agreementId: params.agreement } : {},
      params.park ? { park: { code: params.park } } : {},
      params.cluster ? { cluster: params.cluster } : {},
    ],
  };
  // What belongs to no agreement or park comes last.
  const groups: Record<TimelineGrouping, Prisma.ProjectOrderByWithRelationInput> = {
    agreement: { agreement: { code: "asc" } },
    park: { park: { code: "asc" } },
    cluster: { cluster: "asc" },
  };
  return { where, orderBy: [groups[by], { code: "asc" as const }] };
}

/**
 * The milestones of the projects within reach on a day, in the order of their groups: those of a page of projects, or
 * of all for a file. Three queries, however many milestones. Where only late or critical ones are asked for, the database
 * picks the projects that have one, and the rows of the page's own projects alone are fetched.
 */
export async function listTimeline(
  viewer: Viewer,
  params: TimelineParams,
  asOf: CivilDate,
  all = false,
): Promise<{ rows: TimelineRow[]; projects: number }> {
  assertReportRows(viewer);
  const page = all ? null : { limit: params.pageSize, offset: offsetOf(params) };
  const { found, projects } = await (params.show
    ? findPicked(viewer, params, asOf, page)
    : findPage(viewer, params, page));
  const reports = await listProjectReports(
    viewer,
    found.map(({ code }) => code),
    asOf,
  );
  const byCode = new Map(reports.map((report) => [report.code, report]));
  const rows = found.flatMap(({ code, agreement, park }) => {
    const project = byCode.get(code);
    return (project?.milestones ?? [])
      .filter(({ rag }) => rag !== "CANCELLED")
      .map((milestone) => {
        if (!project) throw new Error("A milestone stands in its project's report");
        const standing = computeStanding(milestone, project.progress.finishOn);
        return { project, agreement, park, milestone, ...standing };
      });
  });
  if (!params.show) return { rows, projects };
  return {
    rows: rows.filter(({ late, critical }) => (params.show === "critical" ? critical : late)),
    projects,
  };
}

type Page = { limit: number; offset: number } | null;

async function findPage(viewer: Viewer, params: TimelineParams, page: Page) {
  const query = toQuery(viewer, params);
  const [found, projects] = await Promise.all([
    db.project.findMany({ ...query, select, ...(page ? { skip: page.offset, take: page.limit } : {}) }),
    db.project.count({ where: query.where }),
  ]);
  return { found, projects };
}

async function findPicked(viewer: Viewer, params: TimelineParams, asOf: CivilDate, page: Page) {
  const { codes, total } = await pickProjects(viewer, params, asOf, page);
  const { where, orderBy } = toQuery(viewer, params);
  const found = await db.project.findMany({
    where: { AND: [where, { code: { in: codes } }] },
    orderBy,
    select,
  });
  return { found, projects: total };
}

/** As many lines as a picture can tell apart. */
export const MOST_TRENDS = 12;

export type Trend = TrendLine & { project: Titled; titleZh: string | null; titleEn: string | null };

/** What was said of some milestones, as far as it was known on a day. Two statements. */
export async function listTrends(viewer: Viewer, ids: string[], asOf: CivilDate): Promise<Trend[]> {
  assertCan(viewer, "projects.read");
  const day = fromCivil(asOf);
  const asked = ids.filter(isId).slice(0, MOST_TRENDS);
  const rows = await db.milestone.findMany({
    where: { AND: [milestoneScope(viewer), { id: { in: asked } }] },
    select: {
      id: true,
      titleZh: true,
      titleEn: true,
      actualOn: true,
      project: { select: { id: true, code: true, titleZh: true, titleEn: true } },
      forecasts: {
        where: { reportedOn: { lte: day } },
        select: { reportedOn: true, forecastOn: true },
      },
      baselines: {
        select: { approvedOn: true, baselineOn: true },
        orderBy: { approvedOn: "asc" },
        take: 1,
      },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return asked.flatMap((id) => {
    const row = byId.get(id);
    const [first] = row?.baselines ?? [];
    if (!row || !first || toCivil(first.approvedOn) > asOf) return [];
    const actualOn = toCivilOrNull(row.actualOn);
    const line = computeTrend({
      id,
      baselineOn: toCivil(first.baselineOn),
      baselinedOn: toCivil(first.approvedOn),
      forecasts: row.forecasts.map(({ reportedOn, forecastOn }) => ({
        on: toCivil(reportedOn),
        expectedOn: toCivilOrNull(forecastOn),
      })),
      actualOn: actualOn && actualOn <= asOf ? actualOn : null,
    });
    return [{ ...line, project: row.project, titleZh: row.titleZh, titleEn: row.titleEn }];
  });
}
