import "server-only";
import { assertCan } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { inReach } from "@/lib/reports/facts-reach";
import { computeResidual, type RosterCount } from "./compute";

type Named = { id: string; nameZh: string | null; nameEn: string | null };

export interface RosterRow {
  enterprise: Named;
  park: Named & { code: string };
  /** The last declaration by the day, and the day that it speaks of; null where there is none. */
  declared: number | null;
  declaredOn: CivilDate | null;
  /** The roster on the declaration's day; on the day asked for where nothing is declared. */
  count: RosterCount;
  residual: number | null;
}

type Row = { enterprise: Named; park: Named & { code: string } } & {
  declared: number | null;
  declared_on: CivilDate | null;
} & Omit<RosterCount, "counted">;

/**
 * Each firm's roster in each park beside what it last declared there by the day, as of the day declared, so that like
 * stands beside like. Summed by the database; one query.
 */
export async function listRosterRows(
  viewer: Viewer,
  asOf: CivilDate,
  enterpriseId?: string,
): Promise<RosterRow[]> {
  assertCan(viewer, "employees.read");
  const own =
    viewer.enterpriseIds === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`e.enterprise_id = ANY (${[...viewer.enterpriseIds]}::uuid[])`;
  const one = enterpriseId ? Prisma.sql`e.enterprise_id = ${enterpriseId}::uuid` : Prisma.sql`TRUE`;
  // A firm's own people reach by firm, in whatever park.
  const reach = viewer.enterpriseIds === null ? inReach(viewer, "e.park_id") : Prisma.sql`TRUE`;
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    WITH rosters AS (
      SELECT DISTINCT e.enterprise_id, e.park_id FROM employees e
      WHERE e.joined_on <= ${asOf}::date AND ${reach} AND ${own} AND ${one}),
    beside AS (
      SELECT r.*, h.total, h.on_date, coalesce(h.on_date, ${asOf}::date) AS day FROM rosters r
      LEFT JOIN LATERAL (SELECT total, on_date FROM headcounts d
        WHERE d.enterprise_id = r.enterprise_id AND d.park_id = r.park_id AND d.on_date <= ${asOf}::date
        ORDER BY d.on_date DESC LIMIT 1) h ON true),
    people AS (
      SELECT b.enterprise_id, b.park_id, e.id, e.employment, e.intern, coalesce(e.left_on <= b.day, false) AS gone
      FROM beside b LEFT JOIN employees e ON e.enterprise_id = b.enterprise_id AND e.park_id = b.park_id
        AND e.joined_on <= b.day),
    counts AS (
      SELECT enterprise_id, park_id, count(id)::int AS joined,
        (count(id) FILTER (WHERE gone))::int AS "left",
        (count(id) FILTER (WHERE NOT gone AND intern))::int AS interns,
        (count(id) FILTER (WHERE NOT gone AND NOT intern AND employment = 'OUTSOURCED'))::int AS outsourced,
        (count(id) FILTER (WHERE NOT gone AND NOT intern AND employment = 'OWN'))::int AS own,
        (count(id) FILTER (WHERE NOT gone AND NOT intern AND employment = 'DISPATCHED'))::int AS dispatched,
        (count(id) FILTER (WHERE NOT gone AND NOT intern AND employment = 'OTHER'))::int AS other
      FROM people GROUP BY 1, 2)
    SELECT json_build_object('id', f.id, 'nameZh', f.name_zh, 'nameEn', f.name_en) AS enterprise,
      json_build_object('id', p.id, 'code', p.code, 'nameZh', p.name_zh, 'nameEn', p.name_en) AS park,
      b.total AS declared, b.on_date::text AS declared_on,
      c.joined, c."left", c.interns, c.outsourced, c.own, c.dispatched, c.other
    FROM beside b JOIN counts c USING (enterprise_id, park_id) JOIN enterprises f ON f.id = b.enterprise_id
    JOIN parks p ON p.id = b.park_id
    ORDER BY abs(coalesce(b.total - c.own - c.dispatched - c.other, 0)) DESC, p.code, f.sort_en, f.id`);
  return rows.map(({ enterprise, park, declared, declared_on, ...parts }) => {
    const count = { ...parts, counted: parts.own + parts.dispatched + parts.other };
    return {
      ...{ enterprise, park, declared, count },
      declaredOn: declared_on,
      residual: computeResidual(declared, count),
    };
  });
}

/** How many permits of people who work here end within 30, 60 and 90 days, and how many have ended. One query. */
export async function getPermitCounts(viewer: Viewer, asOf: CivilDate) {
  assertCan(viewer, "employees.read");
  const reach =
    viewer.enterpriseIds === null
      ? inReach(viewer, "e.park_id")
      : Prisma.sql`e.enterprise_id = ANY (${[...viewer.enterpriseIds]}::uuid[])`;
  const [row] = await db.$queryRaw<
    { expired: number; within30: number; within60: number; within90: number }[]
  >(
    Prisma.sql`
      SELECT (count(*) FILTER (WHERE days < 0))::int AS expired,
        (count(*) FILTER (WHERE days BETWEEN 0 AND 30))::int AS within30,
        (count(*) FILTER (WHERE days BETWEEN 0 AND 60))::int AS within60,
        (count(*) FILTER (WHERE days BETWEEN 0 AND 90))::int AS within90
      FROM (SELECT e.permit_expires_on - ${asOf}::date AS days FROM employees e
        WHERE e.permit_expires_on <= ${asOf}::date + 90 AND e.joined_on <= ${asOf}::date
          AND (e.left_on IS NULL OR e.left_on > ${asOf}::date) AND ${reach}) x`,
  );
  if (!row) throw new Error("An aggregate answers one row");
  return row;
}
