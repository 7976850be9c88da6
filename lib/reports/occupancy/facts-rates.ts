import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { assertReports, type ReportOptions } from "@/lib/reports/facts-reach";
import { ratesSql } from "@/lib/reports/occupancy/facts-tree-sql";

/**
 * The scope's occupancy rate on each of the days, and nothing else of a day's figures: a line over time is drawn from it
 * alone, and tenants, ends and what is signed ahead are most of what the whole figures cost.
 */
export async function listOccupancyRates(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<{ asOf: CivilDate; rate: number | null }[]> {
  assertReports(viewer);
  const days = [...new Set(dates)].sort();
  const rows = await db.$queryRaw<{ d: CivilDate; lettable: string; occupied: string }[]>(
    ratesSql(viewer, days, options),
  );
  const rates = new Map(
    rows.map(({ d, lettable, occupied }) => [d, toRate(toHundredths(occupied), toHundredths(lettable))]),
  );
  return dates.map((asOf) => ({ asOf, rate: rates.get(asOf) ?? null }));
}
