import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { lastCompletedQuarterEnd } from "@/lib/platform/dates/periods";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown, type RecordedTable } from "@/lib/reports/facts-clock";
import { inParkScope, inReach, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { lineFactsAsKnown } from "@/lib/reports/occupancy/facts-lines-sql";
import { sharedLettingSql } from "@/lib/reports/occupancy/facts-sql";
import type { Scope } from "@/lib/reports/occupancy/types";

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
  const { scope, knownAt } = options;
  // A firm's other buildings decide what one building has of it, so its whole park is looked at.
  const around = scope?.level === "BUILDING" ? await getParkAround(viewer, scope.buildingId, options) : scope;
  const ordered = [...dates].sort();
  const [first, last] = [ordered[0] ?? null, ordered.at(-1) ?? null];
  const references = dates.map(lastCompletedQuarterEnd);
  return Prisma.sql`${sharedLettingSql(viewer, dates, { ...options, scope: around }, HEADCOUNT_TABLES)}
    ${lineFactsAsKnown(knownAt)}
    refs AS (SELECT * FROM unnest(${dates}::date[], ${references}::date[]) AS r (d, reference_on)),
    held AS (
      SELECT d, enterprise_id, park_id, building_id, sum(occupied) AS occupied FROM (
        SELECT d, f.enterprise_id, f.park_id, f.building_id, CASE WHEN f.counts THEN f.allocated ELSE 0 END AS occupied
        FROM days JOIN lease_line_facts f ON f.begins <= d AND (f.ends IS NULL OR f.ends >= d)
        WHERE f.exclusive AND f.begins <= ${last}::date AND (f.ends IS NULL OR f.ends >= ${first}::date)
          AND ${inScope(viewer, around, "f")}
        UNION ALL
        SELECT d, enterprise_id, park_id, building_id, CASE WHEN lettable THEN allocated * 100 ELSE 0 END FROM walked
      ) AS let GROUP BY 1, 2, 3, 4),
    bodies AS (
      SELECT d, enterprise_id, park_id, sum(occupied) AS occupied, array_agg(building_id) AS buildings
      FROM held GROUP BY 1, 2, 3
      UNION ALL
      SELECT d, p.enterprise_id, p.park_id, 0, '{}'
      FROM days JOIN presences p ON p.from_on <= d AND (p.to_on IS NULL OR p.to_on >= d)
      WHERE p.kind <> 'REGISTERED' AND ${inParkScope(viewer, around, "p")}),
    tenancies AS (
      SELECT d, enterprise_id, park_id, (sum(occupied) / 100.0)::numeric(20, 2) AS occupied, max(buildings) AS buildings
      FROM bodies GROUP BY 1, 2, 3),
    ${knownAt ? Prisma.sql`${declaredSql(viewer, last, around)},` : Prisma.empty}
    heads AS (
      SELECT t.d, t.enterprise_id, t.park_id, t.occupied, t.buildings,
        CASE WHEN cardinality(t.buildings) = 1 THEN t.buildings[1] END AS building_id,
        h.id AS headcount_id, h.on_date, h.total, h.on_date < r.reference_on AS carried, h.standing,
        e.cluster, e.country
      FROM tenancies t JOIN refs r ON r.d = t.d JOIN enterprises e ON e.id = t.enterprise_id
      LEFT JOIN ${knownAt ? declaredThen : declaredNow}
      WHERE ${scope?.level === "BUILDING" ? Prisma.sql`${scope.buildingId}::uuid = ANY (t.buildings)` : Prisma.sql`TRUE`}), `;
}

/** The latest figure of each firm by a day: of what is known now, by the index, a firm at a time. */
const declaredNow = Prisma.sql`LATERAL (
  SELECT d.id, d.on_date, d.total, o.standing
  FROM (
    SELECT id, on_date, total, return_id FROM headcounts
    WHERE enterprise_id = t.enterprise_id AND park_id = t.park_id AND on_date <= t.d ORDER BY on_date DESC LIMIT 1
  ) AS d LEFT JOIN returns q ON q.id = d.return_id LEFT JOIN return_rounds o ON o.id = q.round_id) AS h ON TRUE`;

/** Of what was known then there is no index: all figures are put in order once. */
const declaredThen = Prisma.sql`declared h ON h.enterprise_id = t.enterprise_id AND h.park_id = t.park_id
  AND h.on_date <= t.d AND (h.next_on IS NULL OR h.next_on > t.d)`;

function declaredSql(viewer: Viewer, last: CivilDate | null, around: Scope | undefined): Prisma.Sql {
  return Prisma.sql`
    declared AS (
      SELECT h.id, h.enterprise_id, h.park_id, h.on_date, h.total, o.standing,
        lead(h.on_date) OVER (PARTITION BY h.enterprise_id, h.park_id ORDER BY h.on_date) AS next_on
      FROM headcounts h LEFT JOIN returns q ON q.id = h.return_id LEFT JOIN return_rounds o ON o.id = q.round_id
      WHERE h.on_date <= ${last}::date AND ${inParkScope(viewer, around, "h")})`;
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
