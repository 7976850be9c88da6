import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { asKnown } from "@/lib/reports/facts-clock";
import { assertReports, inParkScope, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import type { LineFact, OccupancyFacts, PresenceFact, UnitFact } from "@/lib/reports/occupancy/types";

/**
 * The facts of the compute functions: every unit of the scope, whole lives of its lines, and the presences of its
 * parks.
 */
export async function getOccupancyFacts(
  viewer: Viewer,
  options: ReportOptions = {},
): Promise<OccupancyFacts> {
  assertReports(viewer);
  const { scope, knownAt } = options;
  const [units, lines, presences] = await Promise.all([
    db.$queryRaw<UnitFact[]>`WITH ${asKnown(knownAt, ["units"])} one AS (SELECT 1)
      SELECT u.id, u.park_id AS "parkId", u.building_id AS "buildingId", u.area::text, u.availability::text,
        u.shared, u.seats, u.valid_from::text AS "validFrom", u.valid_to::text AS "validTo"
      FROM units u WHERE ${inScope(viewer, scope, "u")}
      ORDER BY u.id`,
    db.$queryRaw<LineFact[]>`WITH ${asKnown(knownAt, ["units", "leases", "lease_lines", "enterprises"])}
        one AS (SELECT 1)
      SELECT s.id AS "leaseId", l.unit_id AS "unitId", s.enterprise_id AS "enterpriseId",
        coalesce(e.branch_of_id, e.id)::text AS "tenantKey", l.area::text, l.seats, s.signed_on::text AS "signedOn",
        s.starts_on::text AS "startsOn", s.ends_on::text AS "endsOn", s.moved_in_on::text AS "movedInOn",
        s.terminated_on::text AS "terminatedOn", s.moved_out_on::text AS "movedOutOn",
        s.break_on::text AS "breakOn", s.holdover, s.renewal_of_id AS "renewalOfId",
        s.sublease_of_id AS "subleaseOfId", l.line_from::text AS "lineFrom", l.line_to::text AS "lineTo"
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN enterprises e ON e.id = s.enterprise_id
      JOIN units u ON u.id = l.unit_id
      WHERE ${inScope(viewer, scope, "u")} ORDER BY s.id, l.unit_id`,
    db.$queryRaw<PresenceFact[]>`WITH ${asKnown(knownAt, ["presences", "enterprises"])} one AS (SELECT 1)
      SELECT p.enterprise_id AS "enterpriseId", coalesce(e.branch_of_id, e.id)::text AS "tenantKey",
        p.park_id AS "parkId", p.kind::text, p.from_on::text AS "from", p.to_on::text AS "to"
      FROM presences p JOIN enterprises e ON e.id = p.enterprise_id
      WHERE ${inParkScope(viewer, scope, "p")} ORDER BY p.id`,
  ]);
  return { units, lines, presences };
}

/** The lettable area of the scope on each of the days, for the supply change of a bridge over let units alone. */
export async function listLettableAreas(
  viewer: Viewer,
  dates: CivilDate[],
  { scope, knownAt }: ReportOptions = {},
): Promise<string[]> {
  assertReports(viewer);
  const rows = await db.$queryRaw<{ area: string }[]>`WITH ${asKnown(knownAt, ["units"])}
      days AS (SELECT * FROM unnest(${dates}::date[]) WITH ORDINALITY AS t (d, turn)),
      stock AS (
        SELECT u.valid_from, u.valid_to, sum(u.area) AS area FROM units u
        WHERE u.availability = 'LETTABLE' AND ${inScope(viewer, scope, "u")} GROUP BY 1, 2)
    SELECT coalesce(sum(area), 0)::numeric(20, 2)::text AS area FROM days
    LEFT JOIN stock ON valid_from <= d AND (valid_to IS NULL OR valid_to > d)
    GROUP BY turn ORDER BY turn`;
  return rows.map(({ area }) => area);
}
