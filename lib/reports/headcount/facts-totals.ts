import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { asKnown } from "@/lib/reports/facts-clock";
import { assertReports, inParkScope, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { getHeadcountSeries } from "@/lib/reports/headcount/facts";

/**
 * The published total on many days, for a line over time: no area is shared out, a firm has only to be there. A
 * building asks more, namely whether a firm is elsewhere too, and takes the longer way.
 */
export async function listHeadcountTotals(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<{ asOf: CivilDate; total: number }[]> {
  assertReports(viewer);
  const { scope, knownAt } = options;
  if (scope?.level === "BUILDING") return getHeadcountSeries(viewer, dates, options);
  const last = [...dates].sort().at(-1) ?? null;
  type Row = { d: CivilDate; total: number };
  const rows = await db.$queryRaw<
    Row[]
  >`WITH ${asKnown(knownAt, ["units", "leases", "lease_lines", "presences", "headcounts"])}
    days AS (SELECT unnest(${dates}::date[]) AS d),
    spells AS MATERIALIZED (
      SELECT s.enterprise_id, u.park_id, greatest(l.in_force_from, u.valid_from) AS begins,
        least(l.in_force_to, u.valid_to - 1) AS ends
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
      WHERE l.in_force_from <= ${last}::date AND ${inScope(viewer, scope, "u")}
      UNION ALL
      SELECT enterprise_id, park_id, from_on, to_on FROM presences p
      WHERE kind <> 'REGISTERED' AND ${inParkScope(viewer, scope, "p")}),
    declared AS MATERIALIZED (
      SELECT enterprise_id, park_id, on_date, total,
        lead(on_date) OVER (PARTITION BY enterprise_id, park_id ORDER BY on_date, id) AS next_on
      FROM headcounts h WHERE on_date <= ${last}::date AND ${inParkScope(viewer, scope, "h")})
    SELECT d::text, sum(h.total)::int AS total
    FROM days JOIN declared h ON h.on_date <= d AND (h.next_on IS NULL OR h.next_on > d)
    WHERE EXISTS (
      SELECT FROM spells b WHERE b.enterprise_id = h.enterprise_id AND b.park_id = h.park_id
        AND b.begins <= d AND (b.ends IS NULL OR b.ends >= d))
    GROUP BY 1`;
  const totals = new Map(rows.map(({ d, total }) => [d, total]));
  return dates.map((asOf) => ({ asOf, total: totals.get(asOf) ?? 0 }));
}
