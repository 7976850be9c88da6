import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown, type KnownAt } from "@/lib/reports/facts-clock";
import { assertReports, inReach } from "@/lib/reports/facts-reach";
import { futureSql, LETTING_TABLES, lettingSql, MOST_DAYS } from "@/lib/reports/occupancy/facts-sql";
import { type FirmCell, LEAST_FIRMS, type LettingFirms } from "@/lib/reports/occupancy/publish";

interface Row {
  parkId: string;
  buildingId: string;
  let: string[];
  term: string[];
  sure: string[];
  maybe: string[];
}

/**
 * Who makes the letting figures of some days, up to and with a comma. Of what is committed a firm is `sure` to make a
 * part where its unit is empty, and no other firm is counted for that unit; whoever else has signed may make one or none.
 */
function firmsSql(viewer: Viewer, days: CivilDate[], knownAt: KnownAt): Prisma.Sql {
  const within = inReach(viewer, "u.park_id");
  const none = Prisma.sql`FALSE AS let, FALSE AS term`;
  return Prisma.sql`${lettingSql(viewer, days, { knownAt }, [], within)} ${futureSql(days, within)}
    signed AS (
      SELECT c.d, c.park_id, c.building_id, c.unit_id, coalesce(e.branch_of_id, e.id) AS tenant
      FROM commitments c JOIN enterprises e ON e.id = c.enterprise_id),
    firms AS (
      SELECT d, park_id, building_id, tenant, bool_or(allocated > 0) AS let,
        bool_or(allocated > 0 AND ends_on >= d) AS term, FALSE AS sure, FALSE AS any_signed
      FROM allocated WHERE lettable GROUP BY 1, 2, 3, 4
      UNION ALL
      SELECT d, park_id, building_id, min(tenant::text)::uuid, ${none}, TRUE, FALSE
      FROM signed s WHERE NOT EXISTS (SELECT FROM allocated a WHERE a.d = s.d AND a.unit_id = s.unit_id)
      GROUP BY 1, 2, 3, unit_id
      UNION ALL
      SELECT d, park_id, building_id, tenant, ${none}, FALSE, TRUE FROM signed), `;
}

/** Who the letting figures of a day are made by, building by building, in all the viewer's reach. */
export async function listLettingFirms(
  viewer: Viewer,
  on: CivilDate,
  knownAt?: KnownAt,
): Promise<LettingFirms> {
  assertReports(viewer);
  const rows = await db.$queryRaw<Row[]>`${firmsSql(viewer, [on], knownAt)}
    cells AS (
      SELECT park_id AS "parkId", building_id AS "buildingId",
        coalesce(array_agg(DISTINCT tenant::text) FILTER (WHERE let), '{}') AS let,
        coalesce(array_agg(DISTINCT tenant::text) FILTER (WHERE term), '{}') AS term,
        coalesce(array_agg(DISTINCT tenant::text) FILTER (WHERE sure), '{}') AS sure,
        coalesce(array_agg(DISTINCT tenant::text) FILTER (WHERE any_signed), '{}') AS maybe
      FROM firms GROUP BY 1, 2)
    SELECT * FROM cells`;
  const cells = (of: (row: Row) => string[]): FirmCell[] =>
    rows.map((row) => ({ place: row.buildingId, within: row.parkId, firms: new Set(of(row)) }));
  return {
    let: cells((row) => row.let),
    term: cells((row) => row.term),
    committed: cells(({ sure, maybe }) => (sure.length > 0 ? sure : maybe.slice(0, 1))),
  };
}

type Told = { now: boolean; term: boolean; committed: boolean };

/** Of each day, whether the zone's figures are made by enough firms to be told. */
export async function listToldDays(
  viewer: Viewer,
  dates: CivilDate[],
  knownAt?: KnownAt,
): Promise<Map<CivilDate, Told>> {
  assertReports(viewer);
  const told = new Map<CivilDate, Told>();
  type Count = { d: CivilDate } & Record<"let" | "term" | "sure" | "maybe", number>;
  for (let at = 0; at < dates.length; at += MOST_DAYS) {
    const rows = await db.$queryRaw<Count[]>`${firmsSql(viewer, dates.slice(at, at + MOST_DAYS), knownAt)}
      counted AS (
        SELECT d, count(DISTINCT tenant) FILTER (WHERE let)::int AS let,
          count(DISTINCT tenant) FILTER (WHERE term)::int AS term,
          count(DISTINCT tenant) FILTER (WHERE sure)::int AS sure,
          count(DISTINCT tenant) FILTER (WHERE any_signed)::int AS maybe
        FROM firms GROUP BY 1)
      SELECT d::text AS d, let, term, sure, maybe FROM counted`;
    for (const row of rows) {
      const committed = row.maybe === 0 || row.sure >= LEAST_FIRMS;
      told.set(row.d, { now: isTold(row.let), term: isTold(row.term), committed });
    }
  }
  return told;
}

/** Nobody's figure is told, and so is that of many. */
function isTold(firms: number): boolean {
  return firms === 0 || firms >= LEAST_FIRMS;
}

/** Whose lines end in each quarter, within its year; `HOLDOVER` is both for those that ended before. */
export async function listEndingFirms(viewer: Viewer, on: CivilDate, knownAt?: KnownAt): Promise<FirmCell[]> {
  assertReports(viewer);
  const within = inReach(viewer, "u.park_id");
  const rows = await db.$queryRaw<{ quarter: string; year: string; firms: string[] }[]>`
    ${lettingSql(viewer, [on], { knownAt }, [], within)}
    ending AS (
      SELECT CASE WHEN ends_on < d THEN 'HOLDOVER' ELSE to_char(ends_on, 'YYYY"-Q"Q') END AS quarter,
        CASE WHEN ends_on < d THEN 'HOLDOVER' ELSE to_char(ends_on, 'YYYY') END AS year, tenant
      FROM allocated WHERE lettable AND allocated > 0)
    SELECT quarter, year, array_agg(DISTINCT tenant::text) AS firms FROM ending GROUP BY 1, 2`;
  return rows.map(({ quarter, year, firms }) => ({ place: quarter, within: year, firms: new Set(firms) }));
}

/**
 * How many firms are sure to make the zone's take-up and its terminations in (after, until]. Leases that renew one
 * another are left out: they may come to nothing, and so must not count.
 */
export async function countMovers(viewer: Viewer, after: CivilDate, until: CivilDate, knownAt?: KnownAt) {
  assertReports(viewer);
  const [from, to] = [Prisma.sql`${after}::date`, Prisma.sql`${until}::date`];
  const [row] = await db.$queryRaw<{ came: number; left: number }[]>`
    WITH ${asKnown(knownAt, LETTING_TABLES)}
    renewing AS (
      SELECT id FROM leases WHERE renewal_of_id IS NOT NULL
      UNION SELECT renewal_of_id FROM leases WHERE renewal_of_id IS NOT NULL),
    lines AS (
      SELECT s.id AS lease_id, coalesce(b.branch_of_id, s.enterprise_id) AS tenant,
        greatest(l.in_force_from, u.valid_from) AS begins, least(l.in_force_to, u.valid_to - 1) AS ends,
        least(l.area, u.area) AS area
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
      LEFT JOIN enterprises b ON b.id = s.enterprise_id AND b.branch_of_id IS NOT NULL
      WHERE u.availability = 'LETTABLE' AND s.sublease_of_id IS NULL AND l.in_force_from <= ${to}
        AND (l.in_force_to IS NULL OR l.in_force_to >= ${from})
        AND s.id NOT IN (SELECT id FROM renewing) AND ${inReach(viewer, "u.park_id")}),
    steps AS (
      SELECT lease_id, tenant, on_day, sum(area) AS area FROM (
        SELECT lease_id, tenant, begins AS on_day, area FROM lines
        WHERE begins > ${from} AND begins <= ${to} AND (ends IS NULL OR ends >= begins)
        UNION ALL
        SELECT lease_id, tenant, ends + 1, -area FROM lines WHERE ends >= ${from} AND ends < ${to} AND ends >= begins
      ) AS moves GROUP BY 1, 2, 3)
    SELECT count(DISTINCT tenant) FILTER (WHERE area > 0)::int AS came,
      count(DISTINCT tenant) FILTER (WHERE area < 0)::int AS left
    FROM steps`;
  return row ?? { came: 0, left: 0 };
}
