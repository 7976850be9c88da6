import { isUnitLettable } from "@/lib/domain/units/rules";
import { addDays, type CivilDate } from "@/lib/platform/dates/civil";
import { fromHundredths } from "@/lib/platform/money/hundredths";
import { computeShares } from "@/lib/reports/occupancy/allocate";
import type { Movement, MovementStep, Scope } from "@/lib/reports/occupancy/types";
import { listUnits, type Unit, type World } from "@/lib/reports/occupancy/world";

/** What a chain of leases won or lost on one day, in hundredths of m². */
interface Step {
  on: CivilDate;
  chainId: string;
  area: number;
  leaseIds: Set<string>;
  unitIds: Set<string>;
}

type Chains = Map<string, Map<CivilDate, Step>>;

/**
 * The movement bridge over (after, until]: opening + take-up − terminations = closing. Leases that renew one
 * another are one chain, whose occupied area is a step function of days: steps up are take-up, steps down are
 * terminations. So a renewal is neither, but for the area that it gains or gives up; nor is the gap between an
 * ended lease and its renewal, when both fall into the period. Occupied area that leaves the stock (withdrawn,
 * re-measured smaller) is a termination. Supply change, L(until) − L(after), stands apart.
 */
export function computeMovement(
  world: World,
  after: CivilDate,
  until: CivilDate,
  scope: Scope = { level: "ZONE" },
): Movement & { steps: MovementStep[] } {
  if (after > until) throw new RangeError("A movement runs from an earlier day to a later one");
  const units = listUnits(world, scope);
  const chains: Chains = new Map();
  let opening = 0;
  let supplyChange = 0;
  for (const unit of units) {
    const start = computeOccupied(unit, after);
    for (const area of start.values()) opening += area;
    supplyChange += computeLettable(unit, until) - computeLettable(unit, after);
    addUnitSteps(chains, unit, start, after, until);
  }
  closeGaps(chains, units.flatMap(listLives), after, until);

  const steps = [...chains.values()].flatMap((days) => [...days.values()]).filter(({ area }) => area !== 0);
  const takeUp = steps.reduce((sum, { area }) => sum + Math.max(area, 0), 0);
  const terminations = steps.reduce((sum, { area }) => sum + Math.max(-area, 0), 0);
  return {
    opening: fromHundredths(opening),
    takeUp: fromHundredths(takeUp),
    terminations: fromHundredths(terminations),
    supplyChange: fromHundredths(supplyChange),
    closing: fromHundredths(opening + takeUp - terminations),
    netAbsorption: fromHundredths(takeUp - terminations),
    steps: steps.sort((a, b) => compare(a.on, b.on) || compare(a.chainId, b.chainId)).map(toMovementStep),
  };
}

/** Compares each day on which anything about the unit changes with the day before. */
function addUnitSteps(
  chains: Chains,
  unit: Unit,
  start: Map<string, number>,
  after: CivilDate,
  until: CivilDate,
): void {
  let before = start;
  for (const on of listChangeDays(unit, after, until)) {
    const now = computeOccupied(unit, on);
    for (const chainId of new Set([...before.keys(), ...now.keys()])) {
      const area = (now.get(chainId) ?? 0) - (before.get(chainId) ?? 0);
      if (area !== 0) addStep(chains, { on, chainId, area }, unit);
    }
    before = now;
  }
}

function addStep(
  chains: Chains,
  { on, chainId, area }: { on: CivilDate; chainId: string; area: number },
  unit: Unit,
): void {
  const days = chains.get(chainId) ?? new Map<CivilDate, Step>();
  chains.set(chainId, days);
  const step = days.get(on) ?? { on, chainId, area: 0, leaseIds: new Set(), unitIds: new Set() };
  days.set(on, step);
  step.area += area;
  step.unitIds.add(unit.fact.id);
  for (const line of unit.lines) if (line.chainId === chainId) step.leaseIds.add(line.fact.leaseId);
}

/** A lease, or a line of it, with its first and its last day in force; no first day when it never was. */
export interface LeaseLife {
  leaseId: string;
  renewalOfId: string | null;
  chainId: string;
  from: CivilDate | null;
  to: CivilDate | null;
}

/** A renewal that begins some days after the lease that it renews cancels as much of that lease's end. */
export function closeGaps(
  chains: Map<string, Map<CivilDate, { on: CivilDate; area: number }>>,
  lives: LeaseLife[],
  after: CivilDate,
  until: CivilDate,
): void {
  const lastDay = new Map<string, CivilDate>();
  const renewals = new Map<string, { renews: string; chainId: string; from: CivilDate }>();
  for (const { leaseId, renewalOfId, chainId, from, to } of lives) {
    if (from === null) continue;
    if (to !== null) lastDay.set(leaseId, max(lastDay.get(leaseId), to));
    if (renewalOfId === null) continue;
    const known = renewals.get(leaseId);
    if (!known || from < known.from) renewals.set(leaseId, { renews: renewalOfId, chainId, from });
  }
  const ordered = [...renewals].sort(([a, one], [b, two]) => compare(one.from, two.from) || compare(a, b));
  for (const [, { renews, chainId, from }] of ordered) {
    const last = lastDay.get(renews);
    if (last === undefined || last < after || from > until) continue;
    const end = chains.get(chainId)?.get(addDays(last, 1));
    const begin = chains.get(chainId)?.get(from);
    if (!end || !begin || end.on >= begin.on) continue;
    const bridged = Math.min(Math.max(-end.area, 0), Math.max(begin.area, 0));
    end.area += bridged;
    begin.area -= bridged;
  }
}

function listLives({ lines }: Unit): LeaseLife[] {
  return lines.map(({ fact: { leaseId, renewalOfId }, everInForce, from, to, chainId }) => ({
    ...{ leaseId, renewalOfId, chainId, to },
    from: everInForce ? from : null,
  }));
}

function listChangeDays(unit: Unit, after: CivilDate, until: CivilDate): CivilDate[] {
  const days = new Set<CivilDate>();
  const add = (day: CivilDate | null) => day !== null && day > after && day <= until && days.add(day);
  if (unit.lines.length === 0) return [];
  add(unit.fact.validFrom);
  add(unit.fact.validTo);
  for (const { from, to } of unit.lines) {
    add(from);
    if (to !== null && to >= after && to < until) add(addDays(to, 1));
  }
  return [...days].sort();
}

/** The unit's occupied area by chain on a day; nothing while it is not to be let. */
function computeOccupied(unit: Unit, on: CivilDate): Map<string, number> {
  const areas = new Map<string, number>();
  if (!isUnitLettable(unit.fact, on)) return areas;
  for (const { line, allocated } of computeShares(unit, on)) {
    areas.set(line.chainId, (areas.get(line.chainId) ?? 0) + allocated);
  }
  return areas;
}

function computeLettable(unit: Unit, on: CivilDate): number {
  return isUnitLettable(unit.fact, on) ? unit.hundredths : 0;
}

function toMovementStep({ on, chainId, area, leaseIds, unitIds }: Step): MovementStep {
  return {
    on,
    chainId,
    area: fromHundredths(area),
    leaseIds: [...leaseIds].sort(),
    unitIds: [...unitIds].sort(),
  };
}

function max(known: CivilDate | undefined, date: CivilDate): CivilDate {
  return known !== undefined && known > date ? known : date;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
