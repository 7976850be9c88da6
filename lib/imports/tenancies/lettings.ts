import type { InForcePeriod } from "../../domain/leases/rules";
import { messageOf } from "../../platform/errors/app-error";
import { toHundredths } from "../../platform/money/hundredths";
import { groupBy } from "../group";
import type { LettingFact, UnitFact } from "./types";

/** A line as it would be written, with the row that asks for it. */
export type PlannedLine = {
  index: number;
  leaseKey: string;
  leaseNo: string;
  tenant: string;
  unitId: string;
  area: string;
  period: InForcePeriod;
};
export type Clash = { line: PlannedLine; code: string; message: string };

type Held = { leaseNo: string; tenant: string; from: string; to: string | null; area: number };

/**
 * The lines that meet another on a day: an exclusive unit let twice, a shared one beyond its area. Whoever is there
 * stays, then rows in the file's order; the rules are those that the database holds.
 */
export function findClashes(
  units: Map<string, UnitFact>,
  lettings: LettingFact[],
  replaced: Set<string>,
  lines: PlannedLine[],
): Clash[] {
  const held = new Map<string, Held[]>();
  const standing = groupBy(
    lettings.filter((letting) => !replaced.has(letting.leaseId)),
    (letting) => letting.unitId,
  );
  for (const [unitId, list] of standing) {
    held.set(
      unitId,
      list.map((letting) => ({ ...letting, area: toHundredths(letting.area) })),
    );
  }
  const clashes: Clash[] = [];
  for (const line of [...lines].sort((a, b) => a.index - b.index)) {
    const unit = units.get(line.unitId);
    if (!unit) continue;
    const others = held.get(line.unitId) ?? [];
    held.set(line.unitId, others);
    const own = { ...line, ...line.period, area: toHundredths(line.area) };
    const meeting = others.filter((other) => meets(other, own));
    const clash = unit.shared ? beyondArea(unit, own, meeting) : letTwice(unit, meeting);
    if (clash) clashes.push({ line, ...clash });
    else others.push(own);
  }
  return clashes;
}

function meets(one: Held, other: Held): boolean {
  return (one.to === null || one.to >= other.from) && (other.to === null || other.to >= one.from);
}

function letTwice(unit: UnitFact, meeting: Held[]) {
  const [other] = [...meeting].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!other) return null;
  const { leaseNo: lease, tenant, from, to } = other;
  const key = to === null ? "leases.errors.letTwiceOpen" : "leases.errors.letTwice";
  return { code: "LET_TWICE", message: messageOf(key, { unit: unit.code, lease, tenant, from, to }) };
}

/** The most that is let on one day is let on a day on which some line begins. */
function beyondArea(unit: UnitFact, own: Held, meeting: Held[]) {
  const limit = toHundredths(unit.area);
  const days = [own.from, ...meeting.map(({ from }) => from).filter((from) => from > own.from)];
  for (const day of days) {
    const let_ = meeting.filter(({ from, to }) => from <= day && (to === null || day <= to));
    const sum = let_.reduce((total, { area }) => total + area, own.area);
    if (sum <= limit) continue;
    const values = { unit: unit.code, area: unit.area, day, sum: (sum / 100).toFixed(2) };
    return { code: "BEYOND_AREA", message: messageOf("imports.errors.beyondArea", values) };
  }
  return null;
}
