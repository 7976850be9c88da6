import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type CivilDate, maxDate, minDate } from "@/lib/platform/dates/civil";
import { fromHundredths, toHundredths } from "@/lib/platform/money/hundredths";
import { computeOccupancy, computeOccupancyTree } from "@/lib/reports/occupancy/compute";
import { computeExpiryProfile } from "@/lib/reports/occupancy/expiry";
import { computeMovement } from "@/lib/reports/occupancy/movement";
import { computeRentRoll } from "@/lib/reports/occupancy/rent-roll";
import { anyDay, anyFacts } from "@/lib/reports/occupancy/test-facts";
import type { LineFact, OccupancyFacts } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";

const sum = (areas: string[]) => fromHundredths(areas.reduce((total, area) => total + toHundredths(area), 0));

function inForce(line: LineFact, on: CivilDate): boolean {
  const from = maxDate(line.movedInOn ?? line.startsOn, line.lineFrom);
  const far = "9999-12-31" as CivilDate;
  const to = minDate(line.holdover ? far : line.endsOn, line.terminatedOn, line.movedOutOn, line.lineTo);
  return from <= on && on <= to;
}

/** Lettable and occupied area counted again, straight from the definition. */
function recount(facts: OccupancyFacts, on: CivilDate) {
  let lettable = 0;
  let occupied = 0;
  for (const unit of facts.units) {
    const exists = unit.validFrom <= on && (unit.validTo === null || on < unit.validTo);
    if (!exists || unit.availability !== "LETTABLE") continue;
    const lines = facts.lines.filter((line) => line.unitId === unit.id && inForce(line, on));
    const heads = lines.filter(({ subleaseOfId }) => !lines.some(({ leaseId }) => leaseId === subleaseOfId));
    const area = toHundredths(unit.area);
    lettable += area;
    occupied += Math.min(area, toHundredths(sum(heads.map((line) => line.area))));
  }
  return { lettableArea: fromHundredths(lettable), occupiedArea: fromHundredths(occupied) };
}

describe("in any world, on any day", () => {
  it("the figures are those of a recount by the definition", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        expect(computeOccupancy(toWorld(facts), on)).toMatchObject(recount(facts, on));
      }),
      { numRuns: 300 },
    );
  });

  it("parts add up to the whole, and occupied and vacant to the lettable", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const world = toWorld(facts);
        const { total, byPark, byBuilding } = computeOccupancyTree(world, on);
        expect(total).toEqual(computeOccupancy(world, on));
        for (const key of [
          "lettableArea",
          "occupiedArea",
          "committedArea",
          "availableArea",
          "holdoverArea",
        ] as const) {
          expect(sum([...byPark.values()].map((figures) => figures[key]))).toBe(total[key]);
          expect(sum([...byBuilding.values()].map((figures) => figures[key]))).toBe(total[key]);
        }
        for (const [parkId, figures] of byPark) {
          expect(figures).toEqual(computeOccupancy(world, on, { level: "PARK", parkId }));
        }
        expect(sum([total.occupiedArea, total.vacantArea])).toBe(total.lettableArea);
        const [occupied, committed, lettable] = [
          total.occupiedArea,
          total.committedArea,
          total.lettableArea,
        ].map(toHundredths) as [number, number, number];
        expect(occupied <= committed && committed <= lettable).toBe(true);
        expect(total.unitsFullyLet <= total.unitsOccupied && total.unitsOccupied <= total.units).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("the order in which facts come does not matter", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const reversed = toWorld({
          units: [...facts.units].reverse(),
          lines: [...facts.lines].reverse(),
          presences: [...facts.presences].reverse(),
        });
        const world = toWorld(facts);
        const until = addMonths(on, 6);
        expect(computeOccupancy(reversed, on)).toEqual(computeOccupancy(world, on));
        expect(computeExpiryProfile(reversed, on, "quarter")).toEqual(
          computeExpiryProfile(world, on, "quarter"),
        );
        expect(computeMovement(reversed, on, until)).toEqual(computeMovement(world, on, until));
      }),
      { numRuns: 100 },
    );
  });

  it("the expiry buckets and the rent roll add up to the occupied area", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const world = toWorld(facts);
        const { occupiedArea, vacantArea } = computeOccupancy(world, on);
        const { buckets } = computeExpiryProfile(world, on, "quarter");
        expect(sum(buckets.map(({ area }) => area))).toBe(occupiedArea);
        const rows = computeRentRoll(world, on);
        expect(sum(rows.map((row) => row.occupiedArea))).toBe(occupiedArea);
        expect(sum(rows.filter(({ state }) => state === "VACANT").map(({ area }) => area))).toBe(vacantArea);
      }),
      { numRuns: 200 },
    );
  });

  it("opening + take-up − terminations = closing, and both ends are the occupied area of their day", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, fc.integer({ min: 0, max: 500 }), (facts, after, days) => {
        const world = toWorld(facts);
        const until = addDays(after, days);
        const movement = computeMovement(world, after, until);
        const [before, now] = [computeOccupancy(world, after), computeOccupancy(world, until)];
        expect(movement.opening).toBe(before.occupiedArea);
        expect(movement.closing).toBe(now.occupiedArea);
        expect(sum([movement.opening, movement.takeUp, `-${movement.terminations}`])).toBe(movement.closing);
        expect(sum([before.occupiedArea, movement.netAbsorption])).toBe(movement.closing);
        expect(sum([before.lettableArea, movement.supplyChange])).toBe(now.lettableArea);
        expect(sum(movement.steps.map(({ area }) => area))).toBe(movement.netAbsorption);
      }),
      { numRuns: 300 },
    );
  });
});
