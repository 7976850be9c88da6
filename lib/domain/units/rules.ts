import type { CivilDate } from "@/lib/platform/dates/civil";
import { fromHundredths, type Hundredths } from "@/lib/platform/money/hundredths";

export const UNIT_AVAILABILITIES = ["LETTABLE", "SELF_USE", "COMMON", "UNDER_WORKS", "WITHDRAWN"] as const;

export type UnitAvailability = (typeof UNIT_AVAILABILITIES)[number];

/** A unit's status is derived at a date from its validity, its availability and the leases on it. */
export type UnitStatus =
  | "NOT_EXISTING"
  | Exclude<UnitAvailability, "LETTABLE">
  | "IN_OCCUPATION"
  | "PART_LET"
  | "COMMITTED"
  | "VACANT";

export interface UnitValidity {
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/** A unit exists on a day when valid from ≤ day < valid to. */
export function isUnitExisting(unit: UnitValidity, on: CivilDate): boolean {
  return unit.validFrom <= on && (unit.validTo === null || on < unit.validTo);
}

/** Whether the unit is part of the stock on the day: it exists and is there to be let. */
export function isUnitLettable(
  unit: UnitValidity & { availability: UnitAvailability },
  on: CivilDate,
): boolean {
  return unit.availability === "LETTABLE" && isUnitExisting(unit, on);
}

/**
 * The unit's status on a day. `occupied` and `committed` (which includes the occupied) are the areas of leases
 * on it that day. A unit that is not there to be let shows why, even where a lease still runs on it; a part-let
 * unit stays part let when the rest is committed.
 */
export function computeUnitStatus(
  unit: UnitValidity & { availability: UnitAvailability; area: Hundredths },
  leased: { occupied: Hundredths; committed: Hundredths },
  on: CivilDate,
): UnitStatus {
  if (!isUnitExisting(unit, on)) return "NOT_EXISTING";
  if (unit.availability !== "LETTABLE") return unit.availability;
  if (leased.occupied > 0) return leased.occupied >= unit.area ? "IN_OCCUPATION" : "PART_LET";
  return leased.committed > 0 ? "COMMITTED" : "VACANT";
}

/**
 * Why a unit cannot change on a day, as a message, or null. It must exist the day before, so that a past is left
 * to it, and go on without an end; what was wrong from the start is corrected instead.
 */
export function findChangeProblem(unit: UnitValidity, on: CivilDate): string | null {
  if (unit.validTo !== null) return `units.errors.alreadyEnds?on=${unit.validTo}`;
  return on <= unit.validFrom ? `units.errors.beforeUnit?from=${unit.validFrom}` : null;
}

/**
 * Areas balance where the new ones add up to the old; otherwise the change says why.
 * @returns a message with both sums in m², or null
 */
export function findImbalance(
  before: Hundredths[],
  after: Hundredths[],
  reason: string | null,
): string | null {
  const [old, now] = [sumOf(before), sumOf(after)];
  if (old === now || reason) return null;
  return `units.errors.unbalanced?before=${fromHundredths(old)}&after=${fromHundredths(now)}`;
}

/**
 * The area of a lease's line in each of the parts that it goes on in, in proportion to them. A lease that keeps
 * all parts keeps its area, else at most that of its parts. The last takes what rounding leaves.
 */
export function shareLineArea(line: Hundredths, named: Hundredths[], keepsAll: boolean): Hundredths[] {
  const room = sumOf(named);
  const total = keepsAll ? line : Math.min(line, room);
  let left = total;
  return named.map((part, i) => {
    const share = i === named.length - 1 ? left : Math.floor((total * part) / room);
    left -= share;
    return share;
  });
}

function sumOf(areas: Hundredths[]): Hundredths {
  return areas.reduce((sum, area) => sum + area, 0);
}
