import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown } from "@/lib/reports/facts-clock";
import { assertReports, inParkScope, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { getHeadcountSeries } from "@/lib/reports/headcount/facts";
import { lineFactsAsKnown } from "@/lib/reports/occupancy/facts-lines-sql";
import { MOST_DAYS } from "@/lib/reports/occupancy/facts-sql";

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
  if (options.scope?.level === "BUILDING") return getHeadcountSeries(viewer, dates, options);
  const days = [...new Set(dates)].sort();
  const rows: Row[] = [];
  for (let at = 0; at < days.length; at += MOST_DAYS) {
    rows.push(...(await fetchTotals(viewer, days.slice(at, at + MOST_DAYS), options)));
  }
  const totals = new Map(rows.map(({ d, total }) => [d, total]));
  return dates.map((asOf) => ({ asOf, total: totals.get(asOf) ?? 0 }));
}

type Row = { d: CivilDate; total: number };

/**
 * Days asked for are the bits of a number: those on which a firm is in a park, and those for which a figure of its
 * is the latest. A figure counts on the days that are in both.
 */
function fetchTotals(viewer: Viewer, days: CivilDate[], { scope, knownAt }: ReportOptions): Promise<Row[]> {
  const [first, last] = [days[0] ?? null, days.at(-1) ?? null];
  const bits = (from: Prisma.Sql, to: Prisma.Sql) => Prisma.sql`
    (1::bigint << coalesce(width_bucket(${to}, ${days}::date[]), ${days.length}::int))
      - (1::bigint << width_bucket(${from} - 1, ${days}::date[]))`;
  return db.$queryRaw<Row[]>`
    WITH ${asKnown(knownAt, ["units", "leases", "lease_lines", "presences", "headcounts"])} ${lineFactsAsKnown(knownAt)}
    spells AS (
      SELECT f.enterprise_id, f.park_id, f.begins, f.ends
      FROM lease_line_facts f
      WHERE f.begins <= ${last}::date AND (f.ends IS NULL OR f.ends >= ${first}::date) AND ${inScope(viewer, scope, "f")}
      GROUP BY 1, 2, 3, 4
      UNION ALL
      SELECT enterprise_id, park_id, from_on, to_on FROM presences p
      WHERE kind <> 'REGISTERED' AND ${inParkScope(viewer, scope, "p")}),
    stays AS (
      SELECT enterprise_id, park_id, bit_or(${bits(Prisma.sql`begins`, Prisma.sql`ends`)}) AS here
      FROM spells WHERE ends IS NULL OR ends >= begins GROUP BY 1, 2),
    declared AS (
      SELECT enterprise_id, park_id, on_date, total,
        lead(on_date) OVER (PARTITION BY enterprise_id, park_id ORDER BY on_date) AS next_on
      FROM headcounts h WHERE on_date <= ${last}::date AND ${inParkScope(viewer, scope, "h")}),
    counted AS (
      SELECT here & (${bits(Prisma.sql`on_date`, Prisma.sql`next_on - 1`)}) AS on_days, sum(total) AS total
      FROM declared JOIN stays USING (enterprise_id, park_id) WHERE next_on IS NULL OR next_on > ${first}::date
      GROUP BY 1)
    SELECT d::text, sum(total)::int AS total
    FROM unnest(${days}::date[]) WITH ORDINALITY AS t (d, k) JOIN counted ON (on_days >> (k::int - 1)) & 1 = 1
    GROUP BY 1`;
}
