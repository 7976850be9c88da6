import { isUnitExisting, isUnitLettable } from "@/lib/domain/units/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Hundredths } from "@/lib/platform/money/hundredths";
import type { Unit } from "@/lib/reports/occupancy/world";

export interface FreeRun {
  floorId: string;
  unitIds: string[];
  area: Hundredths;
}

/** Whether the whole unit can be let from a day on: lettable then, and no line on it runs then or begins later. */
export function isFreeFrom(unit: Unit, day: CivilDate): boolean {
  const held = unit.lines.some(({ everInForce, to }) => everInForce && (to === null || to >= day));
  return !held && isUnitLettable(unit.fact, day);
}

/**
 * Neighbours on one floor that are free from a day on and together have at least an area. `units` come in the
 * order of the building: by floor, and along each floor. Whatever stands between ends a run.
 */
export function listFreeRuns(
  units: { unit: Unit; floorId: string }[],
  wanted: { area: Hundredths; from: CivilDate },
): FreeRun[] {
  const runs: FreeRun[] = [];
  let open: FreeRun | undefined;
  for (const { unit, floorId } of units) {
    if (!isUnitExisting(unit.fact, wanted.from)) continue;
    if (!isFreeFrom(unit, wanted.from)) {
      open = undefined;
      continue;
    }
    if (open?.floorId !== floorId) {
      open = { floorId, unitIds: [], area: 0 };
      runs.push(open);
    }
    open.unitIds.push(unit.fact.id);
    open.area += unit.hundredths;
  }
  return runs.filter(({ area }) => area >= wanted.area);
}
