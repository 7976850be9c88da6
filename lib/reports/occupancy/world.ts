import { computeInForceFrom, computeInForcePeriod, computeInForceTo } from "@/lib/domain/leases/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { type Hundredths, toHundredths } from "@/lib/platform/money/hundredths";
import { push } from "@/lib/reports/group";
import type { LineFact, OccupancyFacts, PresenceFact, Scope, UnitFact } from "@/lib/reports/occupancy/types";

/** A line with what does not depend on the report's date worked out once. */
export interface Line {
  fact: LineFact;
  hundredths: Hundredths;
  from: CivilDate;
  /** Null while nothing ends it. */
  to: CivilDate | null;
  everInForce: boolean;
  chainId: string;
}

export interface Unit {
  fact: UnitFact;
  hundredths: Hundredths;
  /** Lines in the order in which they are given the unit's area. */
  lines: Line[];
}

/** The facts, indexed: built once, asked for many dates and scopes. */
export interface World {
  units: Unit[];
  presences: PresenceFact[];
  /** The lines of leases that renew a lease, by that lease's id. */
  renewals: Map<string, Line[]>;
}

export function toWorld(facts: OccupancyFacts): World {
  const chainOf = toChains(facts.lines);
  const byUnit = new Map<string, Line[]>();
  const renewals = new Map<string, Line[]>();
  for (const fact of facts.lines) {
    const line: Line = {
      fact,
      hundredths: toHundredths(fact.area),
      from: computeInForceFrom(fact),
      to: computeInForceTo(fact),
      everInForce: computeInForcePeriod(fact) !== null,
      chainId: chainOf(fact.leaseId),
    };
    push(byUnit, fact.unitId, line);
    if (fact.renewalOfId !== null) push(renewals, fact.renewalOfId, line);
  }
  const units = facts.units.map((fact) => ({
    fact,
    hundredths: toHundredths(fact.area),
    lines: (byUnit.get(fact.id) ?? []).sort(byTurn),
  }));
  return { units, presences: facts.presences, renewals };
}

/** The units of a scope; the whole world's when it is the zone. */
export function listUnits(world: World, scope: Scope): Unit[] {
  if (scope.level === "ZONE") return world.units;
  if (scope.level === "PARK") return world.units.filter(({ fact }) => fact.parkId === scope.parkId);
  return world.units.filter(({ fact }) => fact.buildingId === scope.buildingId);
}

/** Presences that a scope counts: a presence names a park, so a building has none. */
export function listPresences(world: World, scope: Scope): PresenceFact[] {
  if (scope.level === "ZONE") return world.presences;
  if (scope.level === "PARK") return world.presences.filter(({ parkId }) => parkId === scope.parkId);
  return [];
}

export function isLineInForce(line: Line, on: CivilDate): boolean {
  return line.everInForce && line.from <= on && (line.to === null || on <= line.to);
}

/** Whether the presence holds on the day; both its ends are included. */
export function isPresenceOn(presence: PresenceFact, on: CivilDate): boolean {
  return presence.from <= on && (presence.to === null || on <= presence.to);
}

/** Who came first is given a unit's area first; the ids make the order complete. */
function byTurn(a: Line, b: Line): number {
  return compare(a.from, b.from) || compare(a.fact.leaseId, b.fact.leaseId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Leases that renew one another form a chain. It is named by the first lease of the line of renewals, which
 * need not be among the facts. A circle, which only damaged data has, is named by its least id.
 */
export function toChains(lines: Pick<LineFact, "leaseId" | "renewalOfId">[]): (leaseId: string) => string {
  const renews = new Map(lines.map(({ leaseId, renewalOfId }) => [leaseId, renewalOfId]));
  return (leaseId) => {
    const seen = new Set<string>();
    let current = leaseId;
    for (;;) {
      seen.add(current);
      const earlier = renews.get(current) ?? null;
      if (earlier === null) return current;
      if (seen.has(earlier)) return [...seen].sort(compare)[0] ?? current;
      current = earlier;
    }
  };
}
