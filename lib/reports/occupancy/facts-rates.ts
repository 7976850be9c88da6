import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, toDayNumber } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { asKnown } from "@/lib/reports/facts-clock";
import { remembered } from "@/lib/reports/facts-memory";
import { assertReports, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { sumsOn, toLevels } from "@/lib/reports/levels";
import { lineFactsAsKnown } from "@/lib/reports/occupancy/facts-lines-sql";
import { LETTING_TABLES, sharedLettingSql } from "@/lib/reports/occupancy/facts-sql";

/**
 * The scope's occupancy rate on each of the days, and nothing else of a day's figures: a line over time is drawn from it
 * alone. How the two areas change from day to day depends on no day that is asked for, so it is remembered, and a line
 * of other days is looked up in it; lines of shared units, which take turns, are walked on the days themselves.
 */
export async function listOccupancyRates(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<{ asOf: CivilDate; rate: number | null }[]> {
  assertReports(viewer);
  const [levels, shared] = await Promise.all([
    recallAreaLevels(viewer, options),
    sumShared(viewer, [...new Set(dates)], options),
  ]);
  return dates.map((asOf) => {
    const [lettable = 0, occupied = 0] = sumsOn(levels, toDayNumber(asOf));
    return { asOf, rate: toRate(occupied + (shared.get(asOf) ?? 0), lettable) };
  });
}

const recallAreaLevels = remembered("areaLevels", LETTING_TABLES, fetchAreaLevels);

/** By how much what is to let, and what is let of exclusive units, change on each day, in hundredths of m². */
async function fetchAreaLevels(viewer: Viewer, { scope, knownAt }: ReportOptions) {
  const rows = await db.$queryRaw<{ day: number; lettable: string; occupied: string }[]>`
    WITH ${asKnown(knownAt, LETTING_TABLES)} ${lineFactsAsKnown(knownAt)}
    stock AS (
      SELECT u.valid_from, u.valid_to, sum(u.area) * 100 AS area FROM units u
      WHERE u.availability = 'LETTABLE' AND (u.valid_to IS NULL OR u.valid_to > u.valid_from)
        AND ${inScope(viewer, scope, "u")}
      GROUP BY 1, 2),
    let AS (
      SELECT f.begins, f.ends, sum(f.allocated) AS area FROM lease_line_facts f
      WHERE f.exclusive AND f.counts AND f.begins IS NOT NULL AND (f.ends IS NULL OR f.ends >= f.begins)
        AND ${inScope(viewer, scope, "f")}
      GROUP BY 1, 2),
    steps AS (
      SELECT valid_from AS on_day, area AS lettable, 0 AS occupied FROM stock
      UNION ALL SELECT valid_to, -area, 0 FROM stock WHERE valid_to IS NOT NULL
      UNION ALL SELECT begins, 0, area FROM let
      UNION ALL SELECT ends + 1, 0, -area FROM let WHERE ends IS NOT NULL)
    SELECT on_day - DATE '1970-01-01' AS day, sum(lettable)::bigint::text AS lettable,
      sum(occupied)::bigint::text AS occupied
    FROM steps GROUP BY 1 ORDER BY 1`;
  return toLevels(
    rows.map(({ day, lettable, occupied }) => ({ day, adds: [Number(lettable), Number(occupied)] })),
  );
}

/** What is let of shared units on each of the days on which there is any, in hundredths of m². */
async function sumShared(viewer: Viewer, dates: CivilDate[], options: ReportOptions) {
  const rows = await db.$queryRaw<{ d: CivilDate; area: string }[]>`
    ${sharedLettingSql(viewer, dates, options)}
    sums AS (SELECT d, sum(allocated)::numeric(20, 2) AS area FROM walked WHERE lettable GROUP BY 1)
    SELECT d::text, area::text FROM sums`;
  return new Map(rows.map(({ d, area }) => [d, toHundredths(area)]));
}
