import "server-only";
import { assertCan } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { KnownAt } from "@/lib/reports/facts-clock";
import { asKnown } from "@/lib/reports/facts-clock";
import { computeProgramme } from "./compute";
import type { CohortFact, ProgrammeFact, ProgrammeFigures } from "./types";

/**
 * The figures of some programmes on a day, by id; those out of reach are left out. One query, however many.
 *
 * A cohort's counts count from the day they were reported on. Where they were reported anew since, the earlier report
 * is found in the history: on a day before the later one it still is what was known.
 */
export async function listProgrammeFigures(
  viewer: Viewer,
  ids: string[],
  on: CivilDate,
  knownAt?: KnownAt,
): Promise<Map<string, ProgrammeFigures>> {
  assertCan(viewer, "programmes.read");
  // As programmeScope: the office's people reach all, a firm's none.
  const within = viewer.enterpriseIds === null ? ids : [];
  const facts = await fetchProgrammes(within, on, knownAt);
  return new Map(facts.map((fact) => [fact.id, computeProgramme(fact, on)]));
}

/** One programme's figures on a day, or null out of reach. */
export async function getProgrammeFigures(
  viewer: Viewer,
  id: string,
  on: CivilDate,
  knownAt?: KnownAt,
): Promise<ProgrammeFigures | null> {
  return (await listProgrammeFigures(viewer, [id], on, knownAt)).get(id) ?? null;
}

type Row = Omit<ProgrammeFact, "cohorts"> & { cohorts: CohortFact[] | null };

/** Programmes of the ids with the cohorts reported by a day, as they are known now or were at an instant. */
async function fetchProgrammes(ids: string[], on: CivilDate, knownAt?: KnownAt): Promise<ProgrammeFact[]> {
  if (ids.length === 0) return [];
  const known = knownAt ? Prisma.sql`AND c.at <= ${knownAt.toISOString()}::timestamptz` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`WITH ${asKnown(knownAt, ["programmes"])}
    chosen AS (SELECT p.* FROM programmes p WHERE p.id = ANY (${ids}::uuid[])),
    said AS (
      SELECT c.id, c.at, c.op, c.row_id, c.root_id, c.after FROM changes c
      WHERE c.table_name = 'programme_cohorts' AND c.root_id IN (SELECT id FROM chosen) ${known}),
    standing AS (
      SELECT row_id FROM (SELECT DISTINCT ON (row_id) row_id, op FROM said ORDER BY row_id, at DESC, id DESC) AS last
      WHERE op <> 'D'),
    counted AS (
      SELECT DISTINCT ON (row_id) root_id, after FROM said
      WHERE op <> 'D' AND row_id IN (SELECT row_id FROM standing)
        AND (after ->> 'reported_on')::date <= ${on}::date
      ORDER BY row_id, at DESC, id DESC),
    lists AS (
      SELECT root_id, jsonb_agg(jsonb_build_object(
        'year', after -> 'year', 'path', after -> 'path', 'planned', after -> 'planned',
        'enrolled', after -> 'enrolled', 'completed', after -> 'completed', 'dropped', after -> 'dropped',
        'placed', after -> 'placed', 'reportedOn', after -> 'reported_on', 'source', after -> 'source')
        ORDER BY (after ->> 'year')::int) AS list
      FROM counted GROUP BY 1)
    SELECT p.id::text, p.target, p.first_year AS "firstYear", p.last_year AS "lastYear", l.list AS cohorts
    FROM chosen p LEFT JOIN lists l ON l.root_id = p.id ORDER BY p.code`;
  return rows.map((row) => ({ ...row, cohorts: row.cohorts ?? [] }));
}

/** Who had completed by each of some days: by programme, and all of them under a null id. One query. */
export async function listTrained(
  days: CivilDate[],
): Promise<{ d: CivilDate; id: string | null; n: number }[]> {
  return db.$queryRaw`
    WITH said AS (
      SELECT c.id, c.at, c.op, c.row_id, c.root_id, c.after FROM changes c
      WHERE c.table_name = 'programme_cohorts'),
    standing AS (SELECT id FROM programme_cohorts),
    counted AS (
      SELECT DISTINCT ON (day, row_id) day, root_id, (after ->> 'completed')::int AS completed
      FROM unnest(${days}::date[]) AS day
      JOIN said ON op <> 'D' AND row_id IN (SELECT id FROM standing) AND (after ->> 'reported_on')::date <= day
      ORDER BY day, row_id, at DESC, said.id DESC)
    SELECT day::text AS d, root_id::text AS id, sum(completed)::int AS n
    FROM counted GROUP BY GROUPING SETS ((day), (day, root_id))`;
}
