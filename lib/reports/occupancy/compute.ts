import type { CivilDate } from "@/lib/platform/dates/civil";
import { fromHundredths, toRate } from "@/lib/platform/money/hundredths";
import { addUnit, emptySums, type Sums, toAsOf } from "@/lib/reports/occupancy/sums";
import type { OccupancyDetail, OccupancyFigures, OccupancyTree, Scope } from "@/lib/reports/occupancy/types";
import { isPresenceOn, listPresences, listUnits, type World } from "@/lib/reports/occupancy/world";

/** A mean year, so that leases over leap years compare. */
const DAYS_IN_YEAR = 365.25;

/** Every occupancy figure of one scope on one day, from sums of hundredths, divided at the end. */
export function computeOccupancy(
  world: World,
  on: CivilDate,
  scope: Scope = { level: "ZONE" },
): OccupancyDetail {
  const sums = emptySums();
  const asOf = toAsOf(on);
  for (const unit of listUnits(world, scope)) addUnit([sums], world, unit, asOf);
  return countDetail(sums, world, on, scope);
}

/** The zone with each of its parks and buildings, in one pass over the units. */
export function computeOccupancyTree(world: World, on: CivilDate): OccupancyTree {
  const total = emptySums();
  const parks = new Map<string, Sums>();
  const buildings = new Map<string, Sums>();
  const asOf = toAsOf(on);
  for (const { parkId } of world.presences) sumsOf(parks, parkId);
  for (const unit of world.units) {
    const { parkId, buildingId } = unit.fact;
    addUnit([total, sumsOf(parks, parkId), sumsOf(buildings, buildingId)], world, unit, asOf);
  }
  const entries = (map: Map<string, Sums>, toScope: (id: string) => Scope) =>
    new Map([...map].map(([id, sums]) => [id, countDetail(sums, world, on, toScope(id))]));
  return {
    total: countDetail(total, world, on, { level: "ZONE" }),
    byPark: entries(parks, (parkId) => ({ level: "PARK", parkId })),
    byBuilding: entries(buildings, (buildingId) => ({ level: "BUILDING", buildingId })),
  };
}

/** The figures of a scope that has no units: nothing lettable, every rate null. */
export function emptyOccupancy(): OccupancyDetail {
  return toDetail(emptySums(), 0, 0);
}

/** The figures that the API answers, without the report's further ones. */
export function toFigures<Detail extends { [Key in keyof OccupancyFigures]: OccupancyFigures[Key] | null }>(
  detail: Detail,
): Pick<Detail, keyof OccupancyFigures> {
  return {
    lettableArea: detail.lettableArea,
    occupiedArea: detail.occupiedArea,
    committedArea: detail.committedArea,
    vacantArea: detail.vacantArea,
    occupancyRate: detail.occupancyRate,
    committedRate: detail.committedRate,
    units: detail.units,
    unitsOccupied: detail.unitsOccupied,
    unitsFullyLet: detail.unitsFullyLet,
    waleYears: detail.waleYears,
    tenants: detail.tenants,
  };
}

/**
 * Tenants of the scope by key: a line in force on an existing unit, or present in body. A branch counts with its
 * firm, by the tenant key. `registered` are those in the register of the scope and not among its tenants.
 */
export function listTenants(leased: Iterable<string>, world: World, on: CivilDate, scope: Scope) {
  const tenants = new Set(leased);
  const registered = new Set<string>();
  for (const presence of listPresences(world, scope)) {
    if (!isPresenceOn(presence, on)) continue;
    if (presence.kind === "PRESENT") tenants.add(presence.tenantKey);
    if (presence.kind === "REGISTERED") registered.add(presence.tenantKey);
  }
  for (const key of tenants) registered.delete(key);
  return { tenants, registered };
}

function sumsOf(map: Map<string, Sums>, id: string): Sums {
  const known = map.get(id);
  if (known) return known;
  const sums = emptySums();
  map.set(id, sums);
  return sums;
}

function countDetail(sums: Sums, world: World, on: CivilDate, scope: Scope): OccupancyDetail {
  const { tenants, registered } = listTenants(sums.tenants, world, on, scope);
  return toDetail(sums, tenants.size, registered.size);
}

/** Every figure of a scope from its sums, and its tenants and firms registered only, counted apart. */
export function toDetail(sums: Sums, tenants: number, registeredOnly: number): OccupancyDetail {
  const vacant = sums.lettable - sums.occupied;
  const years = (days: number) => toRate(days, sums.waleArea * DAYS_IN_YEAR);
  return {
    lettableArea: fromHundredths(sums.lettable),
    occupiedArea: fromHundredths(sums.occupied),
    committedArea: fromHundredths(sums.committed),
    vacantArea: fromHundredths(vacant),
    occupancyRate: toRate(sums.occupied, sums.lettable),
    committedRate: toRate(sums.committed, sums.lettable),
    units: sums.units,
    unitsOccupied: sums.unitsOccupied,
    unitsFullyLet: sums.unitsFullyLet,
    waleYears: years(sums.waleDays),
    tenants,
    vacancyRate: toRate(vacant, sums.lettable),
    unitsOccupiedRate: toRate(sums.unitsOccupied, sums.units),
    unitsFullyLetRate: toRate(sums.unitsFullyLet, sums.units),
    seats: sums.seats,
    seatsAllotted: sums.seatsAllotted,
    seatRate: toRate(sums.seatsAllotted, sums.seats),
    availableArea: fromHundredths(vacant + sums.freeing),
    availabilityRate: toRate(vacant + sums.freeing, sums.lettable),
    waleArea: fromHundredths(sums.waleArea),
    waleToBreakYears: years(sums.waleToBreakDays),
    waleRenewedYears: years(sums.waleRenewedDays),
    holdoverArea: fromHundredths(sums.holdover),
    assumedStartArea: fromHundredths(sums.assumedStart),
    registeredOnly,
  };
}
