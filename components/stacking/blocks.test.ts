import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCivil, toDayNumber } from "@/lib/platform/dates/civil";
import { fromHundredths } from "@/lib/platform/money/hundredths";
import { computeOccupancy } from "@/lib/reports/occupancy/compute";
import { anyDay, anyFacts, d, line, unit } from "@/lib/reports/occupancy/test-facts";
import type { OccupancyFacts } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";
import { computeStackState } from "@/lib/reports/stacking/compute";
import type { StackFacts } from "@/lib/reports/stacking/types";
import { listBlocks, sumBlocks, toDay, toIso } from "./blocks";
import { listStackedUnits, toWirePlan } from "./to-wire";

/** The facts of one building with names put to them: units stand on two floors in turn. */
function toStack(facts: OccupancyFacts, buildingId = "building"): StackFacts {
  const units = facts.units.filter((fact) => fact.buildingId === buildingId);
  const inside = new Set(units.map(({ id }) => id));
  const lines = facts.lines.filter(({ unitId }) => inside.has(unitId));
  return {
    occupancy: { units, lines },
    floors: [
      { id: "2", label: "2" },
      { id: "1", label: "1" },
    ],
    places: new Map(units.map(({ id }, i) => [id, { code: id, floorId: i % 2 ? "2" : "1" }])),
    leases: new Map(
      lines.map(({ leaseId }) => [
        leaseId,
        { leaseNo: `No. ${leaseId}`, nameZh: null, nameEn: `Firm ${leaseId}` },
      ]),
    ),
  };
}

const planOf = (stack: StackFacts) => toWirePlan(stack, listStackedUnits(stack), "en");
const blocksOn = (facts: Partial<OccupancyFacts>, day: string) =>
  listBlocks(planOf(toStack({ units: [], lines: [], presences: [], ...facts })), toDay(day));

describe("in any building, on any day", () => {
  it("the blocks add up to the report's occupied and lettable areas", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const world = toWorld(facts);
        for (const buildingId of new Set(facts.units.map((fact) => fact.buildingId))) {
          const sums = sumBlocks(listBlocks(planOf(toStack(facts, buildingId)), toDayNumber(on)));
          const figures = computeOccupancy(world, on, { level: "BUILDING", buildingId });
          expect(fromHundredths(sums.lettable)).toBe(figures.lettableArea);
          expect(fromHundredths(sums.occupied)).toBe(figures.occupiedArea);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("what is looked up is what the day itself computes", () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        for (const { buildingId } of facts.units) {
          const stack = toStack(facts, buildingId);
          const states = listStackedUnits(stack).flatMap(({ unit: one }) => computeStackState(one, on) ?? []);
          const blocks = listBlocks(planOf(stack), toDayNumber(on));
          expect(blocks.map(({ kind, mark, tenants }) => ({ kind, mark, leases: tenants.length }))).toEqual(
            states.map(({ kind, mark, tenants }) => ({ kind, mark, leases: tenants.length })),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a block through time", () => {
  const whole = { units: [unit("u", "100")], lines: [line("l", "u", "100")] };

  it.each([
    ["2020-11-30", "vacant"], // not signed yet
    ["2020-12-01", "committed"], // signed, starts 2021-01-01
    ["2021-01-01", "occupied"],
    ["2022-12-30", "occupied"],
    ["2022-12-31", "expiring"], // twelve months to 2023-12-31
    ["2023-12-31", "expiring"],
    ["2024-01-01", "vacant"],
  ])("is on %s %s", (day, kind) => {
    expect(blocksOn(whole, day).map((block) => block.kind)).toEqual([kind]);
  });

  it("is held over after the end where the firm stays", () => {
    const lines = [line("l", "u", "100", { holdover: true })];
    expect(blocksOn({ ...whole, lines }, "2024-01-01")[0]?.kind).toBe("holdover");
  });

  it("is part let with what is let, and says that its line is about to end", () => {
    const lines = [line("l", "u", "40", { endsOn: d("2022-06-30") })];
    expect(blocksOn({ ...whole, lines }, "2022-01-01")).toMatchObject([
      {
        kind: "partLet",
        occupied: 4000,
        mark: "expiring",
        tenants: [{ name: "Firm l", endsOn: "2022-06-30" }],
      },
    ]);
  });

  it("is grey where it is not there to be let, and is no part of the sums", () => {
    const units = [unit("u", "100", { availability: "COMMON" })];
    const blocks = blocksOn({ units }, "2022-01-01");
    expect(blocks).toMatchObject([{ kind: "selfUse", availability: "COMMON" }]);
    expect(sumBlocks(blocks)).toEqual({ lettable: 0, occupied: 0 });
  });

  it("gives way to its parts on the day of a split, in the order of their codes", () => {
    const units = [
      unit("9", "100", { validTo: d("2022-01-01") }),
      unit("x", "1"),
      unit("10", "60", { validFrom: d("2022-01-01") }),
      unit("y", "1"),
      unit("9A", "40", { validFrom: d("2022-01-01") }),
    ];
    const ground = (day: string) =>
      blocksOn({ units }, day)
        .filter(({ floor }) => floor === 1)
        .map(({ code, before }) => [code, before]);
    expect(ground("2021-12-31")).toEqual([["9", 0]]);
    expect(ground("2022-01-01")).toEqual([
      ["9A", 0],
      ["10", 4000],
    ]);
  });
});

it("days go to numbers and back", () => {
  for (const day of ["1900-01-01", "1970-01-01", "2024-02-29"]) expect(toIso(toDay(day))).toBe(day);
  expect(toDay("2024-02-29")).toBe(toDayNumber(toCivil("2024-02-29")));
});
