import { EXPIRING_MONTHS } from "@/lib/domain/leases/rules";
import { computeUnitStatus, isUnitExisting } from "@/lib/domain/units/rules";
import { addDays, addMonths, type CivilDate } from "@/lib/platform/dates/civil";
import { toHundredths } from "@/lib/platform/money/hundredths";
import { listUnitRows } from "@/lib/reports/occupancy/rent-roll";
import type { RentRollRow } from "@/lib/reports/occupancy/types";
import type { Line, Unit } from "@/lib/reports/occupancy/world";
import type { StackKind, StackSpan, StackState, StackTenant } from "@/lib/reports/stacking/types";

/**
 * How a unit stands on a day, from its rows of the rent roll and its derived status: the plan has no rule of its
 * own. Null on days on which the unit does not exist. A fully let unit in which any line is held over or ends
 * within twelve months shows that; holdover, being the more urgent, first.
 */
export function computeStackState(unit: Unit, on: CivilDate): StackState | null {
  const { fact } = unit;
  if (!isUnitExisting(fact, on)) return null;
  const rows = listUnitRows(unit, on, addMonths(on, EXPIRING_MONTHS));
  const occupied = rows.reduce((sum, row) => sum + toHundredths(row.occupiedArea), 0);
  const inForce = rows.filter(({ state }) => state !== "COMMITTED" && state !== "VACANT");
  const committed = rows.filter(({ state }) => state === "COMMITTED");
  const promised = committed.reduce((sum, { area }) => sum + toHundredths(area), 0);
  const status = computeUnitStatus(
    { ...fact, area: unit.hundredths },
    { occupied, committed: occupied + promised },
    on,
  );
  const urgent = toUrgent(inForce);
  const shown = status === "PART_LET" || inForce.length === 0 ? [...inForce, ...committed] : inForce;
  return {
    kind: toKind(status, urgent),
    availability: fact.availability,
    occupied,
    mark: status === "PART_LET" ? urgent : null,
    tenants: shown.flatMap(toTenant),
  };
}

function toUrgent(rows: RentRollRow[]): StackState["mark"] {
  if (rows.some(({ state }) => state === "HOLDOVER")) return "holdover";
  return rows.some(({ state }) => state === "EXPIRING") ? "expiring" : null;
}

function toKind(status: ReturnType<typeof computeUnitStatus>, urgent: StackState["mark"]): StackKind {
  if (status === "VACANT") return "vacant";
  if (status === "COMMITTED") return "committed";
  if (status === "PART_LET") return "partLet";
  return status === "IN_OCCUPATION" ? (urgent ?? "occupied") : "selfUse";
}

function toTenant({ leaseId, area, endsOn }: RentRollRow): StackTenant[] {
  return leaseId === null || endsOn === null ? [] : [{ leaseId, area: toHundredths(area), endsOn }];
}

/** The unit's whole life as runs of days on which it stands the same, in order. */
export function computeSpans(unit: Unit): StackSpan[] {
  const days = [...new Set([unit.fact, ...unit.lines].flatMap(listTurns))].sort();
  const spans: StackSpan[] = [];
  let last = "null";
  for (const from of days) {
    const state = computeStackState(unit, from);
    const told = JSON.stringify(state);
    if (told !== last) spans.push({ from, state });
    last = told;
  }
  return spans;
}

/** Every day on which something may turn. Days too many cost a look; one too few would show a stale block. */
function listTurns(of: Unit["fact"] | Line): CivilDate[] {
  if ("validFrom" in of) return of.validTo === null ? [of.validFrom] : [of.validFrom, of.validTo];
  const { fact, from, to } = of;
  const year = addMonths(fact.endsOn, -EXPIRING_MONTHS);
  const turns = [from, year, addDays(year, 1), addDays(year, 2), addDays(fact.endsOn, 1)];
  for (const day of [fact.signedOn, fact.terminatedOn, to]) {
    if (day !== null) turns.push(day, addDays(day, 1));
  }
  return turns;
}
