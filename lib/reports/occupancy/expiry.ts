import { isUnitLettable } from "@/lib/domain/units/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { quarterOf, yearOf } from "@/lib/platform/dates/periods";
import { fromHundredths, toRate } from "@/lib/platform/money/hundredths";
import { computeShares } from "@/lib/reports/occupancy/allocate";
import type { ExpiryProfile, Scope } from "@/lib/reports/occupancy/types";
import { listUnits, type World } from "@/lib/reports/occupancy/world";

export type ExpiryStep = "year" | "quarter";

/**
 * Occupied area by the year or quarter of its contractual end, and HOLDOVER for what stays past it. Areas are
 * those that count within their units, so the buckets add up to the occupied area and the shares to 1. Periods
 * without area are left out; HOLDOVER comes last.
 */
export function computeExpiryProfile(
  world: World,
  on: CivilDate,
  by: ExpiryStep,
  scope: Scope = { level: "ZONE" },
): ExpiryProfile {
  const areas = new Map<string, number>();
  let occupied = 0;
  for (const unit of listUnits(world, scope)) {
    if (!isUnitLettable(unit.fact, on)) continue;
    for (const { line, allocated } of computeShares(unit, on)) {
      if (allocated === 0) continue;
      const period = toExpiryPeriod(line.fact.endsOn, on, by);
      areas.set(period, (areas.get(period) ?? 0) + allocated);
      occupied += allocated;
    }
  }
  const buckets = [...areas]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, area]) => ({ period, area: fromHundredths(area), share: toRate(area, occupied) }));
  return { occupiedArea: fromHundredths(occupied), buckets };
}

/** `2023`, `2023-Q1` or `HOLDOVER` (which sorts after every year). */
function toExpiryPeriod(endsOn: CivilDate, on: CivilDate, by: ExpiryStep): string {
  if (endsOn < on) return "HOLDOVER";
  return by === "year" ? yearOf(endsOn) : quarterOf(endsOn);
}
