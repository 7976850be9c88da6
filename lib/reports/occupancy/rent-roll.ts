import { EXPIRING_MONTHS } from "@/lib/domain/leases/rules";
import { isUnitExisting, isUnitLettable } from "@/lib/domain/units/rules";
import { addMonths, type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import { fromHundredths } from "@/lib/platform/money/hundredths";
import { computeShares, listCommitments, type Share } from "@/lib/reports/occupancy/allocate";
import type { RentRollRow, RentRollState, Scope } from "@/lib/reports/occupancy/types";
import { type Line, listUnits, type Unit, type World } from "@/lib/reports/occupancy/world";

/**
 * The rent roll of a day: a row for each line in force on an existing unit, one for each line signed to begin,
 * and one for the vacant rest of each lettable unit. Over lettable units the rows' occupied areas and vacant
 * areas add up to the lettable area. In the order of the units given.
 */
export function computeRentRoll(
  world: World,
  on: CivilDate,
  scope: Scope = { level: "ZONE" },
): RentRollRow[] {
  const horizon = addMonths(on, EXPIRING_MONTHS);
  return listUnits(world, scope).flatMap((unit) =>
    isUnitExisting(unit.fact, on) ? listUnitRows(unit, on, horizon) : [],
  );
}

/** The rows of one unit that exists on the day; `horizon` is the day up to which an end counts as expiring. */
export function listUnitRows(unit: Unit, on: CivilDate, horizon: CivilDate): RentRollRow[] {
  const lettable = isUnitLettable(unit.fact, on);
  const shares = computeShares(unit, on);
  const rows = shares.map((share) => toRow(unit, share, toState(share.line, on, horizon), on, lettable));
  if (!lettable) return rows;
  for (const line of listCommitments(unit, shares, on)) {
    rows.push(toRow(unit, { line, claimed: 0, allocated: 0 }, "COMMITTED", on, lettable));
  }
  const vacant = shares.reduce((left, { allocated }) => left - allocated, unit.hundredths);
  if (vacant > 0) rows.push(toVacantRow(unit, vacant));
  return rows;
}

function toState(line: Line, on: CivilDate, horizon: CivilDate): RentRollState {
  if (on > line.fact.endsOn) return "HOLDOVER";
  return line.fact.endsOn <= horizon ? "EXPIRING" : "IN_OCCUPATION";
}

function toRow(
  unit: Unit,
  { line, allocated }: Share,
  state: RentRollState,
  on: CivilDate,
  lettable: boolean,
): RentRollRow {
  const { fact } = line;
  return {
    ...toPlace(unit),
    leaseId: fact.leaseId,
    enterpriseId: fact.enterpriseId,
    tenantKey: fact.tenantKey,
    state,
    area: fromHundredths(line.hundredths),
    occupiedArea: fromHundredths(lettable ? allocated : 0),
    from: line.from,
    endsOn: fact.endsOn,
    daysLeft: daysBetween(on, fact.endsOn),
    movedInKnown: fact.movedInOn !== null,
    sublease: fact.subleaseOfId !== null,
  };
}

function toVacantRow(unit: Unit, vacant: number): RentRollRow {
  return {
    ...toPlace(unit),
    leaseId: null,
    enterpriseId: null,
    tenantKey: null,
    state: "VACANT",
    area: fromHundredths(vacant),
    occupiedArea: fromHundredths(0),
    from: null,
    endsOn: null,
    daysLeft: null,
    movedInKnown: true,
    sublease: false,
  };
}

function toPlace({ fact }: Unit): Pick<RentRollRow, "parkId" | "buildingId" | "unitId"> {
  return { parkId: fact.parkId, buildingId: fact.buildingId, unitId: fact.id };
}
