import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown, type KnownAt, type RecordedTable } from "@/lib/reports/facts-clock";
import type { MilestoneNumbers, ProjectNumbers, Reported } from "@/lib/reports/progress/portfolio";
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

/** A project's numbers, with its code and park. */
export type PlacedNumbers = ProjectNumbers & { code: string; parkId: string | null };

interface Row {
  id: string;
  code: string;
  parkId: string | null;
  stage: ProjectStage;
  cancelledOn: number | null;
  createdOn: number;
  updates: string;
  milestones: string;
}

/**
 * Projects in numbers, by code. The database writes each project's milestones as one text, its parts between
 * semicolons, commas, blanks and slashes: a row a milestone takes ten times as long to read.
 * @param few whether only a few are meant: then what hangs on others is not read
 */
export async function fetchNumbers(
  knownAt: KnownAt,
  where: Prisma.Sql,
  few = false,
): Promise<PlacedNumbers[]> {
  const ofProjects = few ? Prisma.sql`WHERE project_id IN (SELECT id FROM chosen)` : Prisma.empty;
  const ofMilestones = few ? Prisma.sql`WHERE milestone_id IN (SELECT id FROM asked)` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`WITH ${asKnown(knownAt, PROGRESS_TABLES)}
    chosen AS (SELECT p.* FROM projects p WHERE ${where}),
    asked AS (SELECT m.* FROM milestones m ${ofProjects}),
    forecasts AS (
      SELECT milestone_id AS id,
        string_agg(concat(reported_on - DATE '1970-01-01', '/', forecast_on - DATE '1970-01-01'), ' ') AS list
      FROM milestone_forecasts ${ofMilestones} GROUP BY 1),
    baselines AS (
      SELECT milestone_id AS id,
        string_agg(concat(approved_on - DATE '1970-01-01', '/', baseline_on - DATE '1970-01-01'), ' ') AS list
      FROM milestone_baselines ${ofMilestones} GROUP BY 1),
    files AS (SELECT DISTINCT milestone_id AS id FROM attachments WHERE milestone_id IS NOT NULL),
    steps AS (
      SELECT project_id AS id, string_agg(concat((weight * 1000)::bigint, ',', baseline_on - DATE '1970-01-01', ',',
        forecast_on - DATE '1970-01-01', ',', actual_on - DATE '1970-01-01', ',', cancelled_on - DATE '1970-01-01',
        ',', b.list, ',', f.list, ',', CASE WHEN actual_on IS NOT NULL AND evidence IS NULL AND a.id IS NULL THEN 1 END),
        ';') AS list
      FROM asked m LEFT JOIN forecasts f ON f.id = m.id LEFT JOIN baselines b ON b.id = m.id
        LEFT JOIN files a ON a.id = m.id GROUP BY 1),
    updates AS (
      SELECT project_id AS id, string_agg((on_date - DATE '1970-01-01')::text, ' ') AS list
      FROM project_updates ${ofProjects} GROUP BY 1)
    SELECT p.id, p.code, p.park_id AS "parkId", p.stage::text, p.cancelled_on - DATE '1970-01-01' AS "cancelledOn",
      (p.created_at AT TIME ZONE 'Asia/Shanghai')::date - DATE '1970-01-01' AS "createdOn",
      coalesce(u.list, '') AS updates, coalesce(s.list, '') AS milestones
    FROM chosen p LEFT JOIN updates u ON u.id = p.id LEFT JOIN steps s ON s.id = p.id ORDER BY p.code COLLATE "C"`;
  return rows.map(toNumbers);
}

function toNumbers({ createdOn, updates, milestones: list, ...project }: Row): PlacedNumbers {
  const milestones = toParts(list, ";").map(toMilestone);
  const words = toParts(updates, " ").map(Number);
  const actuals: number[] = [];
  for (const { baselines, forecasts, actual } of milestones) {
    for (const { on } of baselines) words.push(on);
    for (const { on } of forecasts) words.push(on);
    if (actual !== null) actuals.push(actual);
  }
  return {
    ...project,
    milestones,
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
