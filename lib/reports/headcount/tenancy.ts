import { isUnitExisting, isUnitLettable } from "@/lib/domain/units/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Hundredths } from "@/lib/platform/money/hundredths";
import { computeShares } from "@/lib/reports/occupancy/allocate";
import { isPresenceOn, type World } from "@/lib/reports/occupancy/world";

/** A firm's being in a park on a day, with what it occupies there. */
export interface Tenancy {
  enterpriseId: string;
  parkId: string;
  occupied: Hundredths;
}

/**
 * Who is in the zone in body on the day, by firm and park: a line in force on an existing unit, or a presence as
 * PRESENT or EMPLOYING. Firms that are in the register alone are not. Occupied area is what counts of the firm's
 * lines on lettable units.
 */
export function listTenancies(world: World, on: CivilDate): Map<string, Tenancy> {
  const tenancies = new Map<string, Tenancy>();
  for (const unit of world.units) {
    if (unit.lines.length === 0 || !isUnitExisting(unit.fact, on)) continue;
    const lettable = isUnitLettable(unit.fact, on);
    for (const { line, allocated } of computeShares(unit, on)) {
      const tenancy = tenancyOf(tenancies, line.fact.enterpriseId, unit.fact.parkId);
      if (lettable) tenancy.occupied += allocated;
    }
  }
  for (const presence of world.presences) {
    if (presence.kind !== "REGISTERED" && isPresenceOn(presence, on)) {
      tenancyOf(tenancies, presence.enterpriseId, presence.parkId);
    }
  }
  return tenancies;
}

export function toTenancyKey(enterpriseId: string, parkId: string): string {
  return `${enterpriseId}|${parkId}`;
}

function tenancyOf(tenancies: Map<string, Tenancy>, enterpriseId: string, parkId: string): Tenancy {
  const key = toTenancyKey(enterpriseId, parkId);
  const known = tenancies.get(key);
  if (known) return known;
  const tenancy = { enterpriseId, parkId, occupied: 0 };
  tenancies.set(key, tenancy);
  return tenancy;
}
