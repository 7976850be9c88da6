import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { fromHundredths, toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { assertReports, type ReportOptions } from "@/lib/reports/facts-reach";
import type { ExpiryStep } from "@/lib/reports/occupancy/expiry";
import { lettingSql } from "@/lib/reports/occupancy/facts-sql";
import type { ExpiryProfile } from "@/lib/reports/occupancy/types";

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
