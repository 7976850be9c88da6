import "server-only";
import { EXPIRING_MONTHS } from "@/lib/domain/leases/rules";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addMonths, type CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { fromHundredths, toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { assertReportRows, assertReports, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import type { ExpiryStep } from "@/lib/reports/occupancy/expiry";
import { futureSql, lettingSql } from "@/lib/reports/occupancy/facts-sql";
import type { ExpiryProfile, RentRollRow, RentRollState } from "@/lib/reports/occupancy/types";

/** The expiry profile of computeExpiryProfile, summed by the database. */
export async function getExpiryProfile(
  viewer: Viewer,
  on: CivilDate,
  by: ExpiryStep,
  options: ReportOptions = {},
): Promise<ExpiryProfile> {
  assertReports(viewer);
  const format = by === "year" ? "YYYY" : 'YYYY"-Q"Q';
  const rows = await db.$queryRaw<{ period: string; area: string }[]>`${lettingSql(viewer, [on], options)}
    buckets AS (
      SELECT CASE WHEN ends_on < d THEN 'HOLDOVER' ELSE to_char(ends_on, ${format}) END AS period, allocated
      FROM allocated WHERE lettable AND allocated > 0)
    SELECT period, sum(allocated)::text AS area FROM buckets GROUP BY 1 ORDER BY period COLLATE "C"`;
  const occupied = rows.reduce((sum, { area }) => sum + toHundredths(area), 0);
  return {
    occupiedArea: fromHundredths(occupied),
    buckets: rows.map(({ period, area }) => ({ period, area, share: toRate(toHundredths(area), occupied) })),
  };
}

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

export interface RentRollOptions extends ReportOptions {
  states?: readonly RentRollState[];
  limit: number;
  offset?: number;
}

/**
 * The rent roll of computeRentRoll, named, a part of it, in the order of park, building, floor and unit; with how
 * many rows there are in all and their areas. Names firms: not for everyone who may read figures.
 */
export async function listRentRoll(viewer: Viewer, on: CivilDate, options: RentRollOptions) {
  assertReportRows(viewer);
  const { states, limit, offset = 0 } = options;
  const horizon = addMonths(on, EXPIRING_MONTHS);
  const rows = await db.$queryRaw<(RentRollItem & Totals)[]>`${lettingSql(viewer, [on], options)}
    ${futureSql(viewer, [on], options)}
    roll AS (
      SELECT unit_id, lease_id, enterprise_id, tenant, CASE WHEN ends_on < d THEN 'HOLDOVER'
          WHEN ends_on <= ${horizon}::date THEN 'EXPIRING' ELSE 'IN_OCCUPATION' END AS state,
        area, CASE WHEN lettable THEN allocated ELSE 0 END AS occupied, in_force_from AS begins, ends_on,
        ends_on - d AS days_left, moved_in_on IS NOT NULL AS moved_in_known, sublease_of_id IS NOT NULL AS sublease
      FROM allocated
      UNION ALL
      SELECT unit_id, lease_id, enterprise_id, coalesce(e.branch_of_id, e.id), 'COMMITTED', area, 0, begins, ends_on,
        ends_on - d, moved_in_on IS NOT NULL, sublease_of_id IS NOT NULL
      FROM commitments JOIN enterprises e ON e.id = enterprise_id
      UNION ALL
      SELECT u.id, NULL, NULL, NULL, 'VACANT', u.area - coalesce(o.area, 0), 0, NULL, NULL, NULL, TRUE, FALSE
      FROM days JOIN units u ON u.valid_from <= d AND (u.valid_to IS NULL OR u.valid_to > d)
      LEFT JOIN (SELECT unit_id, sum(allocated) AS area FROM allocated GROUP BY 1) AS o ON o.unit_id = u.id
      WHERE u.availability = 'LETTABLE' AND u.area > coalesce(o.area, 0) AND ${inScope(viewer, options.scope, "u")}),
    chosen AS (SELECT * FROM roll WHERE ${states ? Prisma.sql`state = ANY (${[...states]})` : Prisma.sql`TRUE`}),
    totals AS (SELECT count(*)::int AS "all", coalesce(sum(area), 0)::numeric(20, 2)::text AS "allArea",
      coalesce(sum(occupied), 0)::numeric(20, 2)::text AS "allOccupied" FROM chosen)
    SELECT u.park_id AS "parkId", u.building_id AS "buildingId", c.unit_id AS "unitId", c.lease_id AS "leaseId",
      c.enterprise_id AS "enterpriseId", c.tenant AS "tenantKey", c.state, c.area::text,
      c.occupied::numeric(20, 2)::text AS "occupiedArea", c.begins::text AS "from", c.ends_on::text AS "endsOn",
      c.days_left AS "daysLeft", c.moved_in_known AS "movedInKnown", c.sublease, p.code AS park,
      p.name_zh AS "parkZh", p.name_en AS "parkEn", b.code AS building, b.name_zh AS "buildingZh",
      b.name_en AS "buildingEn", f.label AS floor, u.code AS unit, u.area::text AS "unitArea",
      s.lease_no AS "leaseNo", e.name_zh AS "tenantZh", e.name_en AS "tenantEn", t.*
    FROM chosen c JOIN units u ON u.id = c.unit_id JOIN buildings b ON b.id = u.building_id
    JOIN parks p ON p.id = u.park_id JOIN floors f ON f.id = u.floor_id
    LEFT JOIN leases s ON s.id = c.lease_id LEFT JOIN enterprises e ON e.id = c.enterprise_id, totals t
    ORDER BY p.code, b.code, f.position, u.code, u.id, c.begins NULLS LAST, c.lease_id
    LIMIT ${limit} OFFSET ${offset}`;
  const [first] = rows;
  return {
    rows: rows.map(({ all: _, allArea: __, allOccupied: ___, ...row }): RentRollItem => row),
    total: first?.all ?? 0,
    area: first?.allArea ?? "0.00",
    occupiedArea: first?.allOccupied ?? "0.00",
  };
}

interface Totals {
  all: number;
  allArea: string;
  allOccupied: string;
}
