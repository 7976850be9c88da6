import { EXPIRING_MONTHS } from "@/lib/domain/leases/rules";
import { isUnitExisting, isUnitLettable } from "@/lib/domain/units/rules";
import { addMonths, type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import { computeShares, listCommitments, type Share } from "@/lib/reports/occupancy/allocate";
import { computeRenewedEnd, hasSignedRenewal } from "@/lib/reports/occupancy/renewals";
import type { Unit, World } from "@/lib/reports/occupancy/world";

/** What adds up from units to buildings, parks and the zone. Areas in hundredths of m², WALE in hundredths × days. */
export interface Sums {
  lettable: number;
  occupied: number;
  committed: number;
  /** Of the occupied, what ends within 12 months and is not renewed. */
  freeing: number;
  holdover: number;
  assumedStart: number;
  units: number;
  unitsOccupied: number;
  unitsFullyLet: number;
  seats: number;
  seatsAllotted: number;
  waleArea: number;
  waleDays: number;
  waleToBreakDays: number;
  waleRenewedDays: number;
  /** Tenant keys with a line in force on any existing unit, lettable or not. */
  tenants: Set<string>;
}

export function emptySums(): Sums {
  return {
    lettable: 0,
    occupied: 0,
    committed: 0,
    freeing: 0,
    holdover: 0,
    assumedStart: 0,
    units: 0,
    unitsOccupied: 0,
    unitsFullyLet: 0,
    seats: 0,
    seatsAllotted: 0,
    waleArea: 0,
    waleDays: 0,
    waleToBreakDays: 0,
    waleRenewedDays: 0,
    tenants: new Set(),
  };
}

/** The dates that every unit's sum asks for, worked out once a report. */
export interface AsOf {
  on: CivilDate;
  horizon: CivilDate;
}

export function toAsOf(on: CivilDate): AsOf {
  return { on, horizon: addMonths(on, EXPIRING_MONTHS) };
}

/** Adds one unit, as it stands on the day, to each of the sums that it belongs to. */
export function addUnit(sums: Sums[], world: World, unit: Unit, asOf: AsOf): void {
  if (!isUnitExisting(unit.fact, asOf.on)) return;
  const shares = computeShares(unit, asOf.on);
  for (const { line } of shares) for (const sum of sums) sum.tenants.add(line.fact.tenantKey);
  if (!isUnitLettable(unit.fact, asOf.on)) return;

  const part = emptySums();
  for (const share of shares) addShare(part, world, share, asOf);
  if (unit.fact.seats !== null) part.seatsAllotted = computeSeatsAllotted(shares);
  const future = listCommitments(unit, shares, asOf.on).reduce((sum, line) => sum + line.hundredths, 0);
  const claimed = shares.reduce((sum, share) => sum + share.claimed, 0);
  part.lettable = unit.hundredths;
  part.committed = Math.min(unit.hundredths, claimed + future);
  part.units = 1;
  part.unitsOccupied = claimed > 0 ? 1 : 0;
  part.unitsFullyLet = claimed > 0 && claimed >= unit.hundredths ? 1 : 0;
  part.seats = unit.fact.seats ?? 0;
  for (const sum of sums) addSums(sum, part);
}

function addShare(part: Sums, world: World, share: Share, { on, horizon }: AsOf): void {
  const { line, claimed, allocated } = share;
  const { fact } = line;
  part.occupied += allocated;
  if (fact.movedInOn === null) part.assumedStart += allocated;
  if (line.to !== null && line.to > on && line.to <= horizon && !hasSignedRenewal(world, line, on)) {
    part.freeing += allocated;
  }
  if (on > fact.endsOn) {
    part.holdover += allocated;
    return;
  }
  const toBreak = fact.breakOn !== null && fact.breakOn > on ? fact.breakOn : fact.endsOn;
  part.waleArea += claimed;
  part.waleDays += claimed * daysBetween(on, fact.endsOn);
  part.waleToBreakDays += claimed * daysBetween(on, toBreak);
  part.waleRenewedDays += claimed * daysBetween(on, computeRenewedEnd(world, line, on));
}

function computeSeatsAllotted(shares: Share[]): number {
  return shares.reduce((sum, { line, claimed }) => sum + (claimed > 0 ? (line.fact.seats ?? 0) : 0), 0);
}

/** Adds a part to a sum, in place; the tenants, being distinct, are not among what adds up. */
export function addSums(sum: Sums, part: Sums): void {
  sum.lettable += part.lettable;
  sum.occupied += part.occupied;
  sum.committed += part.committed;
  sum.freeing += part.freeing;
  sum.holdover += part.holdover;
  sum.assumedStart += part.assumedStart;
  sum.units += part.units;
  sum.unitsOccupied += part.unitsOccupied;
  sum.unitsFullyLet += part.unitsFullyLet;
  sum.seats += part.seats;
  sum.seatsAllotted += part.seatsAllotted;
  sum.waleArea += part.waleArea;
  sum.waleDays += part.waleDays;
  sum.waleToBreakDays += part.waleToBreakDays;
  sum.waleRenewedDays += part.waleRenewedDays;
}
