import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Hundredths } from "@/lib/platform/money/hundredths";

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
