import "server-only";
import { EXPIRING_MONTHS } from "@/lib/domain/leases/rules";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addMonths, type CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { fromHundredths, toHundredths } from "@/lib/platform/money/hundredths";
import { assertReportRows, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { futureSql, lettingSql } from "@/lib/reports/occupancy/facts-sql";
import type { RentRollRow, RentRollState } from "@/lib/reports/occupancy/types";

/** A row of the rent roll with the names that a reader wants. */
export interface RentRollItem extends RentRollRow {
  park: string;
  parkZh: string | null;
  parkEn: string | null;
  building: string;
  buildingZh: string | null;
  buildingEn: string | null;
  floor: string;
  unit: string;
  unitArea: string;
  leaseNo: string | null;
  tenantZh: string | null;
  tenantEn: string | null;
}

/** How many rows of a state the rent roll has in a building, and their m², by the leases and occupied. */
export interface RentRollCount {
  buildingId: string;
  state: RentRollState;
  rows: number;
  area: string;
  occupiedArea: string;
}

export interface RentRollOptions extends ReportOptions {
  states?: readonly RentRollState[];
  limit: number;
  offset?: number;
  /** Those of the whole scope, where they are known; else they are asked for. */
  counts?: RentRollCount[];
}

/** What the rent roll has of each building and state, buildings in the order of the roll. */
export async function listRentRollCounts(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions = {},
): Promise<RentRollCount[]> {
  assertReportRows(viewer);
  return db.$queryRaw<RentRollCount[]>`${rollSql(viewer, on, options, inScope(viewer, options.scope, "u"))}
    counts AS (
      SELECT building_id, state, count(*)::int AS rows, sum(area) AS area, sum(occupied) AS occupied
      FROM roll GROUP BY 1, 2)
    SELECT building_id AS "buildingId", state, rows, area::numeric(20, 2)::text AS area,
      occupied::numeric(20, 2)::text AS "occupiedArea"
    FROM counts JOIN buildings b ON b.id = building_id JOIN parks p ON p.id = b.park_id
    ORDER BY p.code, b.code, b.id`;
}

/**
 * The rent roll of computeRentRoll, named, a part of it, in the order of park, building, floor and unit; with how
 * many rows there are in all and their areas. Only the buildings in which the part lies are looked at, as the counts
 * say. Names firms: not for everyone who may read figures.
 */
export async function listRentRoll(viewer: Viewer, on: CivilDate, options: RentRollOptions) {
  assertReportRows(viewer);
  const { states, limit, offset = 0 } = options;
  const counts = (options.counts ?? (await listRentRollCounts(viewer, on, options))).filter(
    ({ state }) => !states || states.includes(state),
  );
  const { buildingIds, skipped } = findPart(counts, offset, limit);
  const within = Prisma.sql`${inScope(viewer, options.scope, "u")} AND u.building_id = ANY (${buildingIds}::uuid[])`;
  const rows =
    buildingIds.length === 0
      ? []
      : await db.$queryRaw<RentRollItem[]>`${rollSql(viewer, on, options, within)}
    chosen AS (SELECT * FROM roll WHERE ${states ? Prisma.sql`state = ANY (${[...states]})` : Prisma.sql`TRUE`})
    SELECT u.park_id AS "parkId", u.building_id AS "buildingId", c.unit_id AS "unitId", c.lease_id AS "leaseId",
      c.enterprise_id AS "enterpriseId", c.tenant AS "tenantKey", c.state, c.area::text,
      c.occupied::numeric(20, 2)::text AS "occupiedArea", c.begins::text AS "from", c.ends_on::text AS "endsOn",
      c.days_left AS "daysLeft", c.moved_in_known AS "movedInKnown", c.sublease, p.code AS park,
      p.name_zh AS "parkZh", p.name_en AS "parkEn", b.code AS building, b.name_zh AS "buildingZh",
      b.name_en AS "buildingEn", f.label AS floor, u.code AS unit, u.area::text AS "unitArea",
      s.lease_no AS "leaseNo", e.name_zh AS "tenantZh", e.name_en AS "tenantEn"
    FROM chosen c JOIN units u ON u.id = c.unit_id JOIN buildings b ON b.id = u.building_id
    JOIN parks p ON p.id = u.park_id JOIN floors f ON f.id = u.floor_id
    LEFT JOIN leases s ON s.id = c.lease_id LEFT JOIN enterprises e ON e.id = c.enterprise_id
    ORDER BY p.code, b.code, b.id, f.position, u.code, u.id, c.begins NULLS LAST, c.lease_id
    LIMIT ${limit} OFFSET ${offset - skipped}`;
  const sum = (areas: string[]) =>
    fromHundredths(areas.reduce((total, area) => total + toHundredths(area), 0));
  return {
    rows,
    total: counts.reduce((total, count) => total + count.rows, 0),
    area: sum(counts.map(({ area }) => area)),
    occupiedArea: sum(counts.map(({ occupiedArea }) => occupiedArea)),
  };
}

/** The buildings in which a part of the rows lies, and how many rows come before the first of these. */
function findPart(counts: RentRollCount[], offset: number, limit: number) {
  const buildingIds = new Set<string>();
  let [before, skipped] = [0, 0];
  const rows = new Map<string, number>();
  for (const count of counts) rows.set(count.buildingId, (rows.get(count.buildingId) ?? 0) + count.rows);
  for (const [id, count] of rows) {
    if (before + count <= offset) skipped += count;
    else if (before < offset + limit) buildingIds.add(id);
    before += count;
  }
  return { buildingIds: [...buildingIds], skipped };
}

/** Up to and with a comma: `roll`, the rent roll of the day, without names. */
function rollSql(viewer: Viewer, on: CivilDate, options: ReportOptions, within: Prisma.Sql): Prisma.Sql {
  const horizon = addMonths(on, EXPIRING_MONTHS);
  return Prisma.sql`${lettingSql(viewer, [on], options, [], within)} ${futureSql([on], within)}
    roll AS (
      SELECT building_id, unit_id, lease_id, enterprise_id, tenant, CASE WHEN ends_on < d THEN 'HOLDOVER'
          WHEN ends_on <= ${horizon}::date THEN 'EXPIRING' ELSE 'IN_OCCUPATION' END AS state,
        area, CASE WHEN lettable THEN allocated ELSE 0 END AS occupied, in_force_from AS begins, ends_on,
        ends_on - d AS days_left, moved_in_on IS NOT NULL AS moved_in_known, sublease_of_id IS NOT NULL AS sublease
      FROM allocated
      UNION ALL
      SELECT building_id, unit_id, lease_id, enterprise_id, coalesce(e.branch_of_id, e.id), 'COMMITTED', area, 0,
        begins, ends_on, ends_on - d, moved_in_on IS NOT NULL, sublease_of_id IS NOT NULL
      FROM commitments JOIN enterprises e ON e.id = enterprise_id
      UNION ALL
      SELECT u.building_id, u.id, NULL, NULL, NULL, 'VACANT', u.area - coalesce(o.area, 0), 0, NULL, NULL, NULL, TRUE,
        FALSE
      FROM days JOIN units u ON u.valid_from <= d AND (u.valid_to IS NULL OR u.valid_to > d)
      LEFT JOIN (SELECT unit_id, sum(allocated) AS area FROM allocated GROUP BY 1) AS o ON o.unit_id = u.id
      WHERE u.availability = 'LETTABLE' AND u.area > coalesce(o.area, 0) AND ${within}), `;
}
