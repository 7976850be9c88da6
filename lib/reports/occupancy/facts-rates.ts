import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { asKnown } from "@/lib/reports/facts-clock";
import { assertReports, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { commitmentsSql } from "@/lib/reports/occupancy/facts-sql";

/** The areas that a line over time is drawn from. */
export interface OccupancyRates {
  asOf: CivilDate;
  lettableArea: string;
  occupiedArea: string;
  committedArea: string;
  occupancyRate: number | null;
  committedRate: number | null;
}

/**
 * Lettable, occupied and committed area of the scope on many days. No unit and no line is sorted or grouped once a
 * day but those of shared units: on an exclusive one a single line is in force, and a sublease within it claims
 * nothing (lease_lines_let_once, lease_lines_within_head).
 */
export async function listOccupancyRates(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<OccupancyRates[]> {
  assertReports(viewer);
  const { scope, knownAt } = options;
  const ordered = [...dates].sort();
  const [first, last] = [ordered[0] ?? null, ordered.at(-1) ?? null];
  type Row = { d: CivilDate; lettable: string; occupied: string; committed: string };
  const rows = await db.$queryRaw<
    Row[]
  >`WITH RECURSIVE ${asKnown(knownAt, ["units", "leases", "lease_lines"])}
    days AS (SELECT unnest(${dates}::date[]) AS d),
    lines AS MATERIALIZED (
      SELECT l.lease_id, l.unit_id, l.area, l.exclusive, l.sublease, u.area AS unit_area,
        greatest(l.in_force_from, u.valid_from) AS begins, least(l.in_force_to, u.valid_to - 1) AS ends
      FROM lease_lines l JOIN units u ON u.id = l.unit_id
      WHERE u.availability = 'LETTABLE' AND l.in_force_from <= ${last}::date
        AND (l.in_force_to IS NULL OR l.in_force_to >= ${first}::date) AND ${inScope(viewer, scope, "u")}),
    let_alone AS (
      SELECT d, sum(least(area, unit_area)) AS area FROM days JOIN lines
        ON exclusive AND NOT sublease AND begins <= d AND (ends IS NULL OR ends >= d)
      GROUP BY 1),
    let_together AS (
      SELECT d, sum(area) AS area FROM (
        SELECT d, least(f.unit_area, sum(f.area)) AS area
        FROM days JOIN lines f ON NOT f.exclusive AND f.begins <= d AND (f.ends IS NULL OR f.ends >= d)
        JOIN leases s ON s.id = f.lease_id
        LEFT JOIN lines head ON NOT head.exclusive AND head.lease_id = s.sublease_of_id
          AND head.unit_id = f.unit_id AND head.begins <= d AND (head.ends IS NULL OR head.ends >= d)
        WHERE head.lease_id IS NULL
        GROUP BY d, f.unit_id, f.unit_area
      ) AS units_let GROUP BY 1),
    ${commitmentsSql(viewer, dates, options)}
    signed AS (SELECT d, unit_id, unit_area, sum(area) AS area FROM commitments GROUP BY 1, 2, 3),
    signed_sums AS (
      SELECT s.d, sum(least(s.area, s.unit_area - least(s.unit_area, coalesce(o.area, 0)))) AS area
      FROM signed s CROSS JOIN LATERAL (
        SELECT sum(l.area) AS area FROM lease_lines l JOIN leases k ON k.id = l.lease_id
        LEFT JOIN lease_lines head ON head.lease_id = k.sublease_of_id AND head.unit_id = l.unit_id
          AND head.in_force_from <= s.d AND (head.in_force_to IS NULL OR head.in_force_to >= s.d)
        WHERE l.unit_id = s.unit_id AND l.in_force_from <= s.d
          AND (l.in_force_to IS NULL OR l.in_force_to >= s.d) AND head.lease_id IS NULL
      ) AS o
      GROUP BY 1),
    stock AS (
      SELECT valid_from, valid_to, sum(area) AS area FROM units u
      WHERE availability = 'LETTABLE' AND ${inScope(viewer, scope, "u")} GROUP BY 1, 2),
    stock_sums AS (
      SELECT d, sum(area) AS area FROM days JOIN stock
        ON valid_from <= d AND (valid_to IS NULL OR valid_to > d) GROUP BY 1)
    SELECT d::text, coalesce(s.area, 0)::numeric(20, 2)::text AS lettable,
      (coalesce(a.area, 0) + coalesce(t.area, 0))::numeric(20, 2)::text AS occupied,
      (coalesce(a.area, 0) + coalesce(t.area, 0) + coalesce(c.area, 0))::numeric(20, 2)::text AS committed
    FROM days LEFT JOIN stock_sums s USING (d) LEFT JOIN let_alone a USING (d) LEFT JOIN let_together t USING (d)
    LEFT JOIN signed_sums c USING (d)`;
  const byDay = new Map(rows.map((row) => [row.d, row]));
  return dates.map((asOf) => {
    const { lettable, occupied, committed } = byDay.get(asOf) ?? {
      lettable: "0.00",
      occupied: "0.00",
      committed: "0.00",
    };
    const whole = toHundredths(lettable);
    return {
      ...{ asOf, lettableArea: lettable, occupiedArea: occupied, committedArea: committed },
      occupancyRate: toRate(toHundredths(occupied), whole),
      committedRate: toRate(toHundredths(committed), whole),
    };
  });
}
