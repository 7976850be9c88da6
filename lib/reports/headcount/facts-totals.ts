import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, toDayNumber } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { asKnown } from "@/lib/reports/facts-clock";
import { remembered } from "@/lib/reports/facts-memory";
import { assertReports, inParkScope, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { getHeadcountSeries } from "@/lib/reports/headcount/facts";
import { sumsOn, toLevels } from "@/lib/reports/levels";
import { lineFactsAsKnown } from "@/lib/reports/occupancy/facts-lines-sql";

/**
 * The published total on many days, for a line over time: no area is shared out, a firm has only to be there. How it
 * changes from day to day depends on no day that is asked for, so it is remembered, and a line of other days is looked
 * up in it. A building asks more, namely whether a firm is elsewhere too, and takes the longer way.
 */
export async function listHeadcountTotals(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<{ asOf: CivilDate; total: number }[]> {
  assertReports(viewer);
  if (options.scope?.level === "BUILDING") return getHeadcountSeries(viewer, dates, options);
  const levels = await recallPeopleLevels(viewer, options);
  return dates.map((asOf) => ({ asOf, total: sumsOn(levels, toDayNumber(asOf))[0] ?? 0 }));
}

const TABLES = ["units", "leases", "lease_lines", "presences", "headcounts"] as const;
const recallPeopleLevels = remembered("peopleLevels", TABLES, fetchPeopleLevels);

/** By how many people the total changes on each day: a figure counts while it is a firm's latest and the firm is there. */
async function fetchPeopleLevels(viewer: Viewer, { scope, knownAt }: ReportOptions) {
  const rows = await db.$queryRaw<{ day: number; people: number }[]>`
    WITH ${asKnown(knownAt, TABLES)} ${lineFactsAsKnown(knownAt)}
    spells AS (
      SELECT f.enterprise_id, f.park_id, f.begins, f.ends FROM lease_line_facts f
      WHERE f.begins IS NOT NULL AND ${inScope(viewer, scope, "f")} GROUP BY 1, 2, 3, 4
      UNION ALL
      SELECT enterprise_id, park_id, from_on, to_on FROM presences p
      WHERE kind <> 'REGISTERED' AND ${inParkScope(viewer, scope, "p")}),
    stays AS (
      SELECT enterprise_id, park_id, range_agg(daterange(begins, ends, '[]')) AS here
      FROM spells WHERE ends IS NULL OR ends >= begins GROUP BY 1, 2),
    declared AS (
      SELECT enterprise_id, park_id, total,
        daterange(on_date, lead(on_date) OVER (PARTITION BY enterprise_id, park_id ORDER BY on_date)) AS latest
      FROM headcounts h WHERE ${inParkScope(viewer, scope, "h")}),
    counted AS MATERIALIZED (
      SELECT total, period FROM declared JOIN stays USING (enterprise_id, park_id)
        CROSS JOIN LATERAL unnest(here * datemultirange(latest)) AS period),
    steps AS (
      SELECT lower(period) AS on_day, total AS people FROM counted
      UNION ALL SELECT upper(period), -total FROM counted WHERE NOT upper_inf(period))
    SELECT on_day - DATE '1970-01-01' AS day, sum(people)::int AS people FROM steps GROUP BY 1 ORDER BY 1`;
  return toLevels(rows.map(({ day, people }) => ({ day, adds: [people] })));
}
