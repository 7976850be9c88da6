import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { lastCompletedQuarterEnd } from "@/lib/platform/dates/periods";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown, type RecordedTable } from "@/lib/reports/facts-clock";
import { inParkScope, inReach, type ReportOptions } from "@/lib/reports/facts-reach";
import { lettingSql } from "@/lib/reports/occupancy/facts-sql";

/** What a headcount is made of, beside lettings: a return's round says what its figures are called. */
export const HEADCOUNT_TABLES: RecordedTable[] = ["headcounts", "returns", "return_rounds"];

/**
 * The head of every headcount query, up to and with a comma. `heads` has a row a day for each firm in body in a
 * park (tenancy.ts), with the latest figure that it declared there by then, or none. People are declared for a
 * park: `building_id` is the one building that holds all the firm's space there, else null.
 */
export async function headsSql(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions,
): Promise<Prisma.Sql> {
  const { scope } = options;
  // A firm's other buildings decide what one building has of it, so its whole park is looked at.
  const around = scope?.level === "BUILDING" ? await getParkAround(viewer, scope.buildingId, options) : scope;
  const last = [...dates].sort().at(-1) ?? null;
  const references = dates.map(lastCompletedQuarterEnd);
  return Prisma.sql`${lettingSql(viewer, dates, { ...options, scope: around }, HEADCOUNT_TABLES)}
    refs AS (SELECT * FROM unnest(${dates}::date[], ${references}::date[]) AS r (d, reference_on)),
    held AS (
      SELECT d, enterprise_id, park_id, building_id, sum(CASE WHEN lettable THEN allocated ELSE 0 END) AS occupied
      FROM allocated GROUP BY 1, 2, 3, 4),
    bodies AS (
      SELECT d, enterprise_id, park_id, sum(occupied) AS occupied, array_agg(building_id) AS buildings
      FROM held GROUP BY 1, 2, 3
      UNION ALL
      SELECT d, p.enterprise_id, p.park_id, 0, '{}'
      FROM days JOIN presences p ON p.from_on <= d AND (p.to_on IS NULL OR p.to_on >= d)
      WHERE p.kind <> 'REGISTERED' AND ${inParkScope(viewer, around, "p")}),
    tenancies AS (
      SELECT d, enterprise_id, park_id, sum(occupied) AS occupied, max(buildings) AS buildings
      FROM bodies GROUP BY 1, 2, 3),
    declared AS (
      SELECT h.id, h.enterprise_id, h.park_id, h.on_date, h.total, o.standing,
        lead(h.on_date) OVER (PARTITION BY h.enterprise_id, h.park_id ORDER BY h.on_date) AS next_on
      FROM headcounts h LEFT JOIN returns q ON q.id = h.return_id LEFT JOIN return_rounds o ON o.id = q.round_id
      WHERE h.on_date <= ${last}::date AND ${inParkScope(viewer, around, "h")}),
    heads AS (
      SELECT t.d, t.enterprise_id, t.park_id, t.occupied, t.buildings,
        CASE WHEN cardinality(t.buildings) = 1 THEN t.buildings[1] END AS building_id,
        h.id AS headcount_id, h.on_date, h.total, h.on_date < r.reference_on AS carried, h.standing,
        e.cluster, e.country,
        e.name_zh, e.name_en, e.sort_zh, e.sort_en
      FROM tenancies t JOIN refs r ON r.d = t.d JOIN enterprises e ON e.id = t.enterprise_id
      LEFT JOIN declared h ON h.enterprise_id = t.enterprise_id AND h.park_id = t.park_id AND h.on_date <= t.d
        AND (h.next_on IS NULL OR h.next_on > t.d)
      WHERE ${scope?.level === "BUILDING" ? Prisma.sql`${scope.buildingId}::uuid = ANY (t.buildings)` : Prisma.sql`TRUE`}), `;
}

/** Of the rows of `heads`, those that the scope counts: in a building, firms that are in no other of the park. */
export function isCounted({ scope }: ReportOptions): Prisma.Sql {
  return scope?.level === "BUILDING" ? Prisma.sql`building_id = ${scope.buildingId}::uuid` : Prisma.sql`TRUE`;
}

async function getParkAround(viewer: Viewer, buildingId: string, { knownAt }: ReportOptions) {
  const [row] = await db.$queryRaw<
    { parkId: string }[]
  >`WITH ${asKnown(knownAt, ["buildings"])} one AS (SELECT 1)
    SELECT park_id AS "parkId" FROM buildings b WHERE id = ${buildingId}::uuid AND ${inReach(viewer, "b.park_id")}`;
  return row
    ? ({ level: "PARK", parkId: row.parkId } as const)
    : ({ level: "BUILDING", buildingId } as const);
}
