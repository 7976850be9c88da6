import "server-only";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown, type KnownAt, type RecordedTable } from "@/lib/reports/facts-clock";
import { assertReports, inParkScope, type ReportOptions } from "@/lib/reports/facts-reach";
import {
  computePortfolioPoint,
  type MilestoneNumbers,
  type PortfolioPoint,
  type ProjectNumbers,
  type Reported,
} from "@/lib/reports/progress/portfolio";
import type { ProjectStage } from "@/lib/reports/progress/types";

/** What the progress of projects is computed from. */
export const PROGRESS_TABLES: RecordedTable[] = [
  "projects",
  "project_updates",
  "milestones",
  "milestone_forecasts",
  "milestone_baselines",
  "attachments",
];

/**
 * Counts over the scope's projects on each of the days, in one query: for every reader, since they name none; of the
 * whole zone alone for those who may not see rows.
 */
export async function getPortfolioSeries(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<PortfolioPoint[]> {
  assertReports(viewer);
  // In a part of the zone there may be one firm's project alone.
  const scope = can(viewer, "reports.rows") ? options.scope : undefined;
  const projects = await fetchNumbers(options.knownAt, inParkScope(viewer, scope, "p"));
  return dates.map((asOf) => computePortfolioPoint(projects, asOf));
}

interface Row {
  id: string;
  stage: ProjectStage;
  cancelledOn: number | null;
  createdOn: number;
  updates: string;
  milestones: string;
}

/**
 * Projects in numbers, by code. The database writes each project's milestones as one text, its parts between
 * semicolons, commas, blanks and slashes: a row a milestone takes ten times as long to read.
 */
export async function fetchNumbers(knownAt: KnownAt, where: Prisma.Sql): Promise<ProjectNumbers[]> {
  const rows = await db.$queryRaw<Row[]>`WITH ${asKnown(knownAt, PROGRESS_TABLES)}
    chosen AS (SELECT p.* FROM projects p WHERE ${where}),
    forecasts AS (
      SELECT milestone_id AS id,
        string_agg(concat(reported_on - DATE '1970-01-01', '/', forecast_on - DATE '1970-01-01'), ' ') AS list
      FROM milestone_forecasts GROUP BY 1),
    baselines AS (
      SELECT milestone_id AS id,
        string_agg(concat(approved_on - DATE '1970-01-01', '/', baseline_on - DATE '1970-01-01'), ' ') AS list
      FROM milestone_baselines GROUP BY 1),
    files AS (SELECT DISTINCT milestone_id AS id FROM attachments WHERE milestone_id IS NOT NULL),
    steps AS (
      SELECT project_id AS id, string_agg(concat((weight * 1000)::bigint, ',', baseline_on - DATE '1970-01-01', ',',
        forecast_on - DATE '1970-01-01', ',', actual_on - DATE '1970-01-01', ',', cancelled_on - DATE '1970-01-01',
        ',', b.list, ',', f.list, ',', CASE WHEN actual_on IS NOT NULL AND evidence IS NULL AND a.id IS NULL THEN 1 END),
        ';') AS list
      FROM milestones m LEFT JOIN forecasts f ON f.id = m.id LEFT JOIN baselines b ON b.id = m.id
        LEFT JOIN files a ON a.id = m.id GROUP BY 1),
    updates AS (
      SELECT project_id AS id, string_agg((on_date - DATE '1970-01-01')::text, ' ') AS list
      FROM project_updates GROUP BY 1)
    SELECT p.id, p.stage::text, p.cancelled_on - DATE '1970-01-01' AS "cancelledOn",
      (p.created_at AT TIME ZONE 'Asia/Shanghai')::date - DATE '1970-01-01' AS "createdOn",
      coalesce(u.list, '') AS updates, coalesce(s.list, '') AS milestones
    FROM chosen p LEFT JOIN updates u ON u.id = p.id LEFT JOIN steps s ON s.id = p.id ORDER BY p.code COLLATE "C"`;
  return rows.map(toNumbers);
}

function toNumbers({ id, stage, cancelledOn, createdOn, updates, milestones: list }: Row): ProjectNumbers {
  const milestones = toParts(list, ";").map(toMilestone);
  const words = toParts(updates, " ").map(Number);
  const actuals: number[] = [];
  for (const { baselines, forecasts, actual } of milestones) {
    for (const { on } of baselines) words.push(on);
    for (const { on } of forecasts) words.push(on);
    if (actual !== null) actuals.push(actual);
  }
  return {
    ...{ id, stage, cancelledOn, milestones },
    recordedOn: Math.min(createdOn, ...words),
    activity: [...words, ...actuals].sort((a, b) => a - b),
  };
}

function toMilestone(text: string): MilestoneNumbers {
  const [weight = "", baseline = "", forecast, actual, cancelledOn, baselines, forecasts, unshown] =
    text.split(",");
  return {
    weight: Number(weight),
    baseline: Number(baseline),
    forecast: toDay(forecast),
    actual: toDay(actual),
    cancelledOn: toDay(cancelledOn),
    unshown: unshown === "1",
    baselines: toReported(baselines),
    forecasts: toReported(forecasts),
  };
}

function toReported(text = ""): Reported {
  const changes = toParts(text, " ").map((change) => {
    const [on, value] = change.split("/");
    return { on: Number(on), value: toDay(value) };
  });
  return changes.length > 1 ? changes.sort((a, b) => a.on - b.on) : changes;
}

function toDay(text: string | undefined): number | null {
  return text ? Number(text) : null;
}

function toParts(text: string, mark: string): string[] {
  return text === "" ? [] : text.split(mark);
}
