import fc from "fast-check";
import { addDays, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { fromHundredths } from "@/lib/platform/money/hundredths";
import type { LineFact, OccupancyFacts, PresenceFact, UnitFact } from "@/lib/reports/occupancy/types";

/** Facts for tests: one plain unit, line or presence, told by how it differs from the plain one. */

export const d = (text: string): CivilDate => toCivil(text);

export function unit(id: string, area: string, changes: Partial<UnitFact> = {}): UnitFact {
  return {
    id,
    parkId: "park",
    buildingId: "building",
    area,
    availability: "LETTABLE",
    shared: false,
    seats: null,
    validFrom: d("2015-01-01"),
    validTo: null,
    ...changes,
  };
}

/** A line of lease `leaseId` over 2021 to 2023, signed in time, by a firm of its own. */
export function line(
  leaseId: string,
  unitId: string,
  area: string,
  changes: Partial<LineFact> = {},
): LineFact {
  return {
    leaseId,
    unitId,
    enterpriseId: `firm of ${leaseId}`,
    tenantKey: changes.enterpriseId ?? `firm of ${leaseId}`,
    area,
    seats: null,
    signedOn: d("2020-12-01"),
    startsOn: d("2021-01-01"),
    endsOn: d("2023-12-31"),
    movedInOn: null,
    terminatedOn: null,
    movedOutOn: null,
    breakOn: null,
    holdover: false,
    renewalOfId: null,
    subleaseOfId: null,
    lineFrom: null,
    lineTo: null,
    ...changes,
  };
}

export function presence(firm: string, kind: PresenceFact["kind"], changes: Partial<PresenceFact> = {}) {
  return {
    enterpriseId: firm,
    tenantKey: firm,
    parkId: "park",
    kind,
    from: d("2015-01-01"),
    to: null,
    ...changes,
  } satisfies PresenceFact;
}

const FIRST_DAY = d("2021-01-01");
const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays(FIRST_DAY, n));
export const anyDay = day;
const maybe = (weight: number) => fc.option(day, { freq: weight, nil: null });
const area = fc.integer({ min: 0, max: 30_000 }).map(fromHundredths);

const anyUnit = fc.record({
  park: fc.nat(2),
  building: fc.nat(2),
  area,
  availability: fc.constantFrom("LETTABLE", "LETTABLE", "LETTABLE", "SELF_USE", "UNDER_WORKS"),
  validFrom: day,
  life: fc.option(fc.integer({ min: 1, max: 700 }), { nil: null }),
});

const anyLine = fc.record({
  unit: fc.nat(7),
  firm: fc.nat(5),
  area,
  startsOn: day,
  length: fc.integer({ min: 0, max: 500 }),
  signedOn: maybe(8),
  movedInOn: maybe(2),
  terminatedOn: maybe(1),
  movedOutOn: maybe(1),
  breakOn: maybe(1),
  lineFrom: maybe(1),
  lineTo: maybe(1),
  holdover: fc.boolean(),
  renewalOf: fc.option(fc.nat(11), { nil: null }),
  subleaseOf: fc.option(fc.nat(11), { freq: 1, nil: null }),
});

const anyPresence = fc.record({
  firm: fc.nat(7),
  park: fc.nat(2),
  kind: fc.constantFrom("REGISTERED", "PRESENT", "EMPLOYING"),
  from: day,
  life: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
});

/**
 * Worlds with everything in them that the database would forbid as well (units let twice, terminations before
 * the start, a lease that renews a later one): the identities must hold in every one.
 */
export const anyFacts: fc.Arbitrary<OccupancyFacts> = fc
  .record({
    units: fc.array(anyUnit, { maxLength: 8 }),
    lines: fc.array(anyLine, { maxLength: 12 }),
    presences: fc.array(anyPresence, { maxLength: 5 }),
  })
  .map(({ units, lines, presences }) => ({
    units: units.map(({ park, building, life, ...fact }, i) =>
      unit(`u${i}`, fact.area, {
        ...fact,
        availability: fact.availability as UnitFact["availability"],
        parkId: `p${park}`,
        buildingId: `p${park}b${building}`,
        validTo: life === null ? null : addDays(fact.validFrom, life),
      }),
    ),
    lines: lines.map(({ unit: unitNo, firm, length, renewalOf, subleaseOf, ...fact }, i) =>
      line(`l${i}`, `u${unitNo}`, fact.area, {
        ...fact,
        enterpriseId: `f${firm}`,
        endsOn: addDays(fact.startsOn, length),
        renewalOfId: renewalOf !== null && renewalOf < i ? `l${renewalOf}` : null,
        subleaseOfId: subleaseOf !== null && subleaseOf < i ? `l${subleaseOf}` : null,
      }),
    ),
    presences: presences.map(({ firm, park, life, from, kind }) =>
      presence(`f${firm}`, kind as PresenceFact["kind"], {
        parkId: `p${park}`,
        from,
        to: life === null ? null : addDays(from, life),
      }),
    ),
  }));
