import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { inReach } from "@/lib/reports/facts-reach";
import { DEFAULT_THRESHOLDS } from "@/lib/reports/progress/types";
import type { TimelineGrouping, TimelineParams } from "./filter";

const groups: Record<TimelineGrouping, Prisma.Sql> = {
  agreement: Prisma.sql`a.code`,
  park: Prisma.sql`k.code`,
  cluster: Prisma.sql`p.cluster`,
};

/**
 * The codes of the projects within reach that have a late milestone on a day, or a critical one, in the order of their
 * groups; of one page, or all of them, and how many there are. It says in SQL what `computeStanding` and progress say of
 * one milestone, so that a page asks for the rows of its own projects alone; a test holds the two together.
 */
export async function pickProjects(
  viewer: Viewer,
  params: TimelineParams,
  asOf: CivilDate,
  page: { limit: number; offset: number } | null,
): Promise<{ codes: string[]; total: number }> {
  const { redForecastDays, redWeightShare } = DEFAULT_THRESHOLDS;
  const by = groups[params.by ?? "agreement"];
  const rows = await db.$queryRaw<{ codes: string[] | null; total: number }[]>`
    WITH chosen AS (
      SELECT p.id, p.code, ${by} AS part FROM projects p
      LEFT JOIN agreements a ON a.id = p.agreement_id LEFT JOIN parks k ON k.id = p.park_id
      WHERE ${inReach(viewer, "p.park_id")} AND p.stage <> 'CANCELLED' AND ${narrowed(params)}),
    steps AS (
      SELECT m.project_id, m.weight, m.id, m.actual_on IS NOT NULL AND m.actual_on <= ${asOf}::date AS done, m.actual_on,
        coalesce(b.baseline_on, m.baseline_on) AS baseline,
        CASE WHEN f.known THEN f.forecast_on ELSE m.forecast_on END AS forecast
      FROM milestones m
      LEFT JOIN LATERAL (
        ${lastKnown("milestone_baselines", "approved_on", "baseline_on", asOf)}) b ON TRUE
      LEFT JOIN LATERAL (
        ${lastKnown("milestone_forecasts", "reported_on", "forecast_on", asOf)}) f ON TRUE
      WHERE m.project_id IN (SELECT id FROM chosen) AND (m.cancelled_on IS NULL OR m.cancelled_on > ${asOf}::date)
        -- What is done is late no more; but a project's finish and weights hang on it, too.
        AND ${params.show === "critical" ? Prisma.sql`TRUE` : Prisma.sql`(m.actual_on IS NULL OR m.actual_on > ${asOf}::date)`}),
    standing AS (
      SELECT *, CASE WHEN done THEN actual_on ELSE coalesce(forecast, baseline) END AS expected,
        NOT done AND (baseline < ${asOf}::date OR forecast > baseline) AS late,
        NOT done AND (baseline < ${asOf}::date OR forecast - baseline > ${redForecastDays}) AS red
      FROM steps),
    told AS (
      SELECT project_id, late, late AND (expected = max(expected) OVER project
        OR (red AND weight / sum(weight) OVER project >= ${redWeightShare})) AS critical
      FROM standing WINDOW project AS (PARTITION BY project_id)),
    having_one AS (
      SELECT c.code, c.part FROM chosen c WHERE c.id IN (
        SELECT project_id FROM told WHERE ${params.show === "critical" ? Prisma.sql`critical` : Prisma.sql`late`})),
    listed AS (
      SELECT code, part FROM having_one ORDER BY part, code ${
        page ? Prisma.sql`LIMIT ${page.limit} OFFSET ${page.offset}` : Prisma.empty
      })
    SELECT (SELECT array_agg(code ORDER BY part, code) FROM listed) AS codes,
      (SELECT count(*)::int FROM having_one) AS total`;
  return { codes: rows[0]?.codes ?? [], total: rows[0]?.total ?? 0 };
}

function narrowed({ agreement, park, cluster }: TimelineParams): Prisma.Sql {
  const all = [
    agreement ? Prisma.sql`p.agreement_id = ${agreement}::uuid` : null,
    park ? Prisma.sql`k.code = ${park}` : null,
    cluster ? Prisma.sql`p.cluster = ${cluster}::cluster` : null,
  ].flatMap((one) => (one ? [one] : []));
  return all.length > 0 ? Prisma.join(all, " AND ") : Prisma.sql`TRUE`;
}

/** The last word by the day; of a milestone of which nobody had said anything by then, the first (known.ts). */
function lastKnown(table: string, day: string, value: string, asOf: CivilDate): Prisma.Sql {
  const [from, on, what] = [table, day, value].map(Prisma.raw);
  return Prisma.sql`SELECT TRUE AS known, h.${what} FROM ${from} h WHERE h.milestone_id = m.id
    ORDER BY h.${on} <= ${asOf}::date DESC, CASE WHEN h.${on} <= ${asOf}::date THEN h.${on} END DESC, h.${on} LIMIT 1`;
}
