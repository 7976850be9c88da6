import "server-only";
import { assertCan, can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown, type KnownAt } from "@/lib/reports/facts-clock";
import { assertReportRows, inParkScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { computeProjectProgress } from "@/lib/reports/progress/compute";
import { PROGRESS_TABLES } from "@/lib/reports/progress/facts-numbers";
import { getPortfolioSeries, listStandingProjects } from "@/lib/reports/progress/facts-portfolio";
import { type MilestoneHistory, type ProjectHistory, toProjectFact } from "@/lib/reports/progress/history";
import { type PortfolioPoint, takeFirst } from "@/lib/reports/progress/portfolio";
import type { MilestoneProgress, ProjectProgress, Rag } from "@/lib/reports/progress/types";

type Titles = { titleZh: string | null; titleEn: string | null };

/** Of a milestone that was done by the day and shows nothing for it; the reason that was given for that, if any. */
type Proof = { unshown: boolean; noEvidenceReason: string | null };

/** A project's progress with what it is called and where it belongs. */
export interface ProjectReport extends Omit<ProjectHistory, "milestones" | "updatesOn" | "createdOn"> {
  progress: Omit<ProjectProgress, "milestones">;
  milestones: (MilestoneProgress & Titles & Proof)[];
}

/** The scope's projects on a day, as counts for every reader and as rows for those who may see rows; and a series. */
export async function getProgressReport(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions & { series?: CivilDate[] } = {},
): Promise<{ portfolio: PortfolioPoint; series: PortfolioPoint[]; projects: ProjectReport[] | null }> {
  const [[portfolio, ...series], histories] = await Promise.all([
    getPortfolioSeries(viewer, [on, ...(options.series ?? [])], options),
    can(viewer, "reports.rows")
      ? fetchHistories(options.knownAt, inParkScope(viewer, options.scope, "p"))
      : Promise.resolve(null),
  ]);
  if (!portfolio) throw new Error("A series has a point for each of its days");
  return { portfolio, series, projects: histories?.map((project) => toReport(project, on)) ?? null };
}

/** A page of the report's projects, the gravest first, and those whose milestones come first of the overdue and the coming. */
export interface ProgressPage {
  projects: ProjectReport[];
  total: number;
  overdue: ProjectReport[];
  upcoming: ProjectReport[];
}

/**
 * The rows of the report's page. All projects are ranked by where they stand, and only those that are shown fetched
 * whole. `milestones` says how many milestones overdue and coming are wanted: the projects of the earliest.
 */
export async function listProgressPage(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions & { rag?: Rag; limit: number; offset: number; milestones: number },
): Promise<ProgressPage> {
  assertReportRows(viewer);
  const { rag, limit, offset, milestones, knownAt } = options;
  const within = inParkScope(viewer, options.scope, "p");
  const ranked = await listStandingProjects(viewer, on, options);
  const listed = ranked.filter((project) => !rag || project.rag === rag);
  const shown = listed.slice(offset, offset + limit).map(({ id }) => id);
  const overdue = takeFirst(ranked, "firstOverdue", milestones);
  const upcoming = takeFirst(ranked, "firstUpcoming", milestones);
  const ids = [...new Set([...shown, ...overdue, ...upcoming])];
  const histories = await fetchHistories(knownAt, Prisma.sql`${within} AND p.id = ANY (${ids}::uuid[])`);
  const reports = new Map(histories.map((history) => [history.id, toReport(history, on)]));
  const pick = (some: string[]) => some.flatMap((id) => reports.get(id) ?? []);
  return { projects: pick(shown), total: listed.length, overdue: pick(overdue), upcoming: pick(upcoming) };
}

/** One project by its code, for whoever may read it; null out of reach. */
export async function getProjectReport(
  viewer: Viewer,
  code: string,
  on: CivilDate,
  knownAt?: KnownAt,
): Promise<ProjectReport | null> {
  const [project] = await listProjectReports(viewer, [code], on, knownAt);
  return project ?? null;
}

/** Those projects of the codes that are within reach, by code. */
export async function listProjectReports(
  viewer: Viewer,
  codes: string[],
  on: CivilDate,
  knownAt?: KnownAt,
): Promise<ProjectReport[]> {
  assertCan(viewer, "projects.read");
  const reach =
    viewer.enterpriseIds === null
      ? inParkScope(viewer, undefined, "p")
      : Prisma.sql`p.lead_id = ANY (${[...viewer.enterpriseIds]}::uuid[])`;
  const projects = await fetchHistories(knownAt, Prisma.sql`${reach} AND p.code = ANY (${codes})`);
  return projects.map((project) => toReport(project, on));
}

function toReport(project: ProjectHistory, on: CivilDate): ProjectReport {
  const { milestones: known, updatesOn: _, createdOn: __, ...names } = project;
  const { milestones, ...progress } = computeProjectProgress(toProjectFact(project, on), on);
  const byId = new Map(known.map((milestone) => [milestone.id, milestone]));
  return {
    ...names,
    progress,
    milestones: milestones.map((milestone) => {
      const { titleZh = null, titleEn = null, shown, noEvidenceReason = null } = byId.get(milestone.id) ?? {};
      const unshown = milestone.done && !shown;
      return { ...milestone, titleZh, titleEn, unshown, noEvidenceReason: unshown ? noEvidenceReason : null };
    }),
  };
}

type Row = Omit<ProjectHistory, "milestones"> & { milestones: MilestoneHistory[] | null };

/** Projects with all that was ever said of them; every list is grouped once, none is asked for project by project. */
async function fetchHistories(knownAt: KnownAt, where: Prisma.Sql): Promise<ProjectHistory[]> {
  const rows = await db.$queryRaw<Row[]>`WITH ${asKnown(knownAt, [
    ...PROGRESS_TABLES,
    "parks",
    "enterprises",
  ])} chosen AS (SELECT p.* FROM projects p WHERE ${where}),
    steps AS (SELECT m.* FROM milestones m WHERE m.project_id IN (SELECT id FROM chosen)),
    forecasts AS (
      SELECT milestone_id AS id, jsonb_agg(jsonb_build_object('reportedOn', reported_on, 'value', forecast_on)
        ORDER BY reported_on) AS list
      FROM milestone_forecasts WHERE milestone_id IN (SELECT id FROM steps) GROUP BY 1),
    baselines AS (
      SELECT milestone_id AS id, jsonb_agg(jsonb_build_object('reportedOn', approved_on, 'value', baseline_on)
        ORDER BY approved_on) AS list
      FROM milestone_baselines WHERE milestone_id IN (SELECT id FROM steps) GROUP BY 1),
    files AS (SELECT DISTINCT milestone_id AS id FROM attachments WHERE milestone_id IN (SELECT id FROM steps)),
    milestone_lists AS (
      SELECT project_id AS id, jsonb_agg(jsonb_build_object(
        'id', m.id, 'titleZh', title_zh, 'titleEn', title_en, 'weight', weight::text,
        'originalBaseline', original_baseline_on, 'baseline', baseline_on, 'forecast', forecast_on,
        'actual', actual_on, 'cancelledOn', cancelled_on, 'shown', evidence IS NOT NULL OR a.id IS NOT NULL,
        'noEvidenceReason', no_evidence_reason, 'forecasts', coalesce(f.list, '[]'),
        'baselines', coalesce(b.list, '[]')) ORDER BY position, m.id) AS list
      FROM steps m LEFT JOIN forecasts f ON f.id = m.id LEFT JOIN baselines b ON b.id = m.id
        LEFT JOIN files a ON a.id = m.id GROUP BY 1),
    updates AS (
      SELECT project_id AS id, array_agg(DISTINCT on_date::text) AS list FROM project_updates
      WHERE project_id IN (SELECT id FROM chosen) GROUP BY 1)
    SELECT p.id, p.code, p.title_zh AS "titleZh", p.title_en AS "titleEn", p.cluster::text, p.stage::text,
      p.cancelled_on::text AS "cancelledOn", p.park_id AS "parkId", k.code AS park, k.name_zh AS "parkZh",
      k.name_en AS "parkEn", e.id AS "leadId", e.name_zh AS "leadZh", e.name_en AS "leadEn",
      (p.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "createdOn",
      coalesce(u.list, '{}') AS "updatesOn", m.list AS milestones
    FROM chosen p LEFT JOIN parks k ON k.id = p.park_id LEFT JOIN enterprises e ON e.id = p.lead_id
    LEFT JOIN updates u ON u.id = p.id LEFT JOIN milestone_lists m ON m.id = p.id
    ORDER BY p.code`;
  return rows.map((row) => ({ ...row, milestones: row.milestones ?? [] }));
}
