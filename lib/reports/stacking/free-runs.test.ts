import { describe, expect, it } from "vitest";
import { d, line, unit } from "@/lib/reports/occupancy/test-facts";
import type { LineFact, UnitFact } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";
import { listFreeRuns } from "@/lib/reports/stacking/free-runs";

/** Units in visual order, the first letter of an id being the floor; what is free from 1 March 2023. */
function runs(units: UnitFact[], lines: LineFact[], area: number) {
  const world = toWorld({ units, lines, presences: [] });
  const stacked = world.units.map((one) => ({ unit: one, floorId: one.fact.id.charAt(0) }));
  return listFreeRuns(stacked, { area: area * 100, from: d("2023-03-01") }).map(({ unitIds, area: sum }) => [
    unitIds.join(" "),
    sum / 100,
  ]);
}

describe("contiguous and free from a day", () => {
  const floor = [unit("a1", "600"), unit("a2", "500"), unit("a3", "450"), unit("b1", "900")];

  it("adds up neighbours of one floor, and not across floors", () => {
    // 600 + 500 + 450 = 1,550 ≥ 1,500; 900 alone is too small, and is on another floor.
    expect(runs(floor, [], 1500)).toEqual([["a1 a2 a3", 1550]]);
    expect(runs(floor, [], 1551)).toEqual([]);
  });

  it("is broken by a let unit between, and by one that is not there to be let", () => {
    expect(runs(floor, [line("l", "a2", "500")], 600)).toEqual([
      ["a1", 600],
      ["b1", 900],
    ]);
    const common = floor.map((one) => (one.id === "a2" ? { ...one, availability: "COMMON" as const } : one));
    expect(runs(common, [], 1000)).toEqual([]);
  });

  it("counts a unit whose lease ends the day before, not one that ends on the day or is let from later on", () => {
    const ends = (endsOn: string) => [line("l", "b1", "900", { endsOn: d(endsOn) })];
    expect(runs(floor, ends("2023-02-28"), 900)).toContainEqual(["b1", 900]);
    expect(runs(floor, ends("2023-03-01"), 900)).not.toContainEqual(["b1", 900]);
    const later = [line("l", "b1", "900", { startsOn: d("2023-09-01"), endsOn: d("2024-08-31") })];
    expect(runs(floor, later, 900)).not.toContainEqual(["b1", 900]);
    const held = [line("l", "b1", "900", { endsOn: d("2022-12-31"), holdover: true })];
    expect(runs(floor, held, 900)).not.toContainEqual(["b1", 900]);
  });

  it("looks past units that do not exist on the day", () => {
    const old = unit("a0", "600", { validTo: d("2023-01-01") });
    expect(runs([old, ...floor], [], 1500)).toEqual([["a1 a2 a3", 1550]]);
  });
});
