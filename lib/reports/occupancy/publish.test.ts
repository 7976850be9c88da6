import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyOccupancy } from "./compute";
import {
  type FirmCell,
  findWithheldPlaces,
  LEAST_FIRMS,
  publishExpiry,
  publishTree,
  type Withheld,
} from "./publish";
import { givesAway, rowsOf } from "./test-disclosure";
import type { OccupancyDetail } from "./types";

/** Buildings `p/a` lie in park `p`; firms are letters. */
const cellsOf = (firms: Record<string, string>): FirmCell[] =>
  Object.entries(firms).map(([place, names]) => ({
    place,
    within: place.split("/")[0] ?? "",
    firms: new Set(names),
  }));
const hidden = (firms: Record<string, string>, also?: Withheld) => {
  const { whole, within, places } = findWithheldPlaces(cellsOf(firms), also);
  return { whole, within: [...within].sort(), places: [...places].sort() };
};

describe("what is withheld of places", () => {
  it("is nothing where three firms make every figure, nor where nobody is", () => {
    expect(hidden({ "p/a": "ABC", "p/b": "DEF", "q/a": "ABG", "q/b": "" })).toEqual({
      ...{ whole: false, within: [], places: [] },
    });
  });

  it("is a building of two firms, and the smallest other of its park, which a subtraction would need", () => {
    expect(hidden({ "p/a": "AB", "p/b": "CDE", "p/c": "FGHI", "q/a": "JKL" }).places).toEqual(["p/a", "p/b"]);
  });

  it("is as many as it takes for three different firms to be behind it", () => {
    // A alone is in a, b and c; d brings the others.
    expect(hidden({ "p/a": "A", "p/b": "A", "p/c": "A", "p/d": "ABC", "p/e": "DEFG" }).places).toEqual([
      ...["p/a", "p/b", "p/c", "p/d"],
    ]);
  });

  it("is a park with all its buildings, and another park that hides it", () => {
    expect(hidden({ "p/a": "A", "p/b": "B", "q/a": "CDE", "q/b": "FGH", "r/a": "IJKLMNO" })).toEqual({
      ...{ whole: false, within: ["p", "q"], places: ["p/a", "p/b", "q/a", "q/b"] },
    });
  });

  it("is everything where the zone has two firms", () => {
    expect(hidden({ "p/a": "A", "q/a": "B" })).toEqual({
      ...{ whole: true, within: ["p", "q"], places: ["p/a", "q/a"] },
    });
  });

  it("is what was withheld for another reason, too, with what that asks for", () => {
    const also = { whole: false, within: new Set<string>(), places: new Set(["p/a"]) };
    expect(hidden({ "p/a": "A", "p/b": "BCD", "p/c": "EFGH" }, also).places).toEqual(["p/a", "p/b"]);
    // Nobody makes anything there: its nothing may be known.
    expect(hidden({ "p/a": "", "p/b": "BCD" }, also).places).toEqual(["p/a"]);
  });
});

const anyZone = fc
  .uniqueArray(fc.tuple(fc.constantFrom("p", "q", "r"), fc.constantFrom("a", "b", "c", "d")), {
    selector: (parts) => parts.join("/"),
    maxLength: 9,
  })
  .chain((places) =>
    fc.tuple(
      ...places.map((parts) =>
        fc
          .subarray([..."ABCDEFGH"], { maxLength: 5 })
          .map((firms) => ({ place: parts.join("/"), within: parts[0], firms: new Set(firms) })),
      ),
    ),
  );

describe("nothing that is told", () => {
  it("adds up to a figure of one firm or two, in any zone", () => {
    // What the test looks for is there when nothing is withheld.
    const bare = cellsOf({ "p/a": "AB", "p/b": "CDE" });
    expect(givesAway(bare, rowsOf(bare, { whole: false, within: new Set(), places: new Set(["p/a"]) }))).toBe(
      true,
    );
    fc.assert(
      fc.property(anyZone, (cells) => {
        expect(givesAway(cells, rowsOf(cells, findWithheldPlaces(cells)))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it("does so beside what another kind of figure withholds", () => {
    fc.assert(
      fc.property(
        anyZone,
        fc.array(fc.subarray([..."ABCDEFGH"], { maxLength: 3 }), { minLength: 9, maxLength: 9 }),
        (cells, others) => {
          const committed = cells.map((cell, i) => ({ ...cell, firms: new Set(others[i]) }));
          const now = findWithheldPlaces(cells);
          const withheld = findWithheldPlaces(committed, now);
          for (const place of now.places) expect(withheld.places.has(place)).toBe(true);
          expect(givesAway(committed, rowsOf(committed, withheld))).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("withholds no more than it needs where many are everywhere", () => {
    fc.assert(
      fc.property(anyZone, (cells) => {
        const many = cells.map((cell) => ({ ...cell, firms: new Set(["A", "B", "C", ...cell.firms]) }));
        const { whole, within, places } = findWithheldPlaces(many);
        expect([whole, within.size, places.size]).toEqual([false, 0, 0]);
      }),
    );
    expect(LEAST_FIRMS).toBe(3);
  });
});

describe("a day's figures for readers outside the office", () => {
  const figures = (given: Partial<OccupancyDetail>): OccupancyDetail => ({
    ...{ ...emptyOccupancy(), lettableArea: "500.00", units: 5, occupiedArea: "100.00", occupancyRate: 0.2 },
    ...{ tenants: 3, waleYears: 2, committedArea: "150.00", committedRate: 0.3, holdoverArea: "20.00" },
    ...given,
  });
  const tree = {
    total: figures({}),
    byPark: new Map([
      ["p", figures({})],
      ["q", figures({})],
    ]),
    byBuilding: new Map([
      ["p/a", figures({})],
      ["p/b", figures({})],
      ["q/a", figures({})],
    ]),
  };
  const firms = {
    let: cellsOf({ "p/a": "AB", "p/b": "CDEF", "q/a": "GHI" }),
    // Of q/a's three firms one alone is not in holdover.
    term: cellsOf({ "p/a": "AB", "p/b": "CDEF", "q/a": "G" }),
    committed: cellsOf({ "q/a": "K" }),
  };

  it("tell the supply of every place, and of few firms nothing else", () => {
    const { byBuilding, byPark, total } = publishTree(tree, firms);
    expect(byBuilding.get("p/a")).toMatchObject({
      ...{ lettableArea: "500.00", units: 5, occupiedArea: null, vacantArea: null, occupancyRate: null },
      ...{ tenants: null, waleYears: null, committedArea: null, committedRate: null, unitsOccupied: null },
    });
    // p/b hides p/a.
    expect(byBuilding.get("p/b")).toMatchObject({ occupiedArea: null });
    expect(byPark.get("p")).toMatchObject({ occupiedArea: "100.00", tenants: 3 });
    // One firm has signed: neither its place nor the zone tells what is committed.
    expect(byPark.get("q")).toMatchObject({ occupiedArea: "100.00", committedArea: null, waleYears: null });
    expect(total).toMatchObject({ occupiedArea: "100.00", committedArea: null, waleYears: 2 });
  });

  it("tell of no place what only some of its firms make", () => {
    const { total } = publishTree(tree, firms);
    expect(total).toMatchObject({
      ...{ holdoverArea: null, availableArea: null, seatsAllotted: null, assumedStartArea: null },
      ...{ waleToBreakYears: null, waleRenewedYears: null, waleArea: null },
    });
  });

  it("say of a part what the whole says of it", () => {
    const building = { level: "BUILDING", buildingId: "p/a" } as const;
    expect(publishTree(tree, firms, building).total).toMatchObject({
      lettableArea: "500.00",
      occupiedArea: null,
    });
    expect(publishTree(tree, firms, { level: "PARK", parkId: "p" }).total).toMatchObject({
      occupiedArea: "100.00",
    });
  });

  it("tell of the ends of leases by quarter and by year alike", () => {
    const ends = cellsOf({ "2023/Q1": "AB", "2023/Q2": "CDE", "2024/Q1": "F", "2025/Q3": "GHIJ" });
    const quarters = ends.map(({ place, within, firms: of }) => ({
      place: place.replace("/", "-"),
      within,
      firms: of,
    }));
    const profile = (periods: string[]) => ({
      occupiedArea: "400.00",
      buckets: periods.map((period) => ({ period, area: "100.00", share: 0.25 })),
    });
    const areas = (periods: string[]) =>
      publishExpiry(profile(periods), quarters).buckets.map(({ period, area }) => [period, area]);
    // 2024 is one firm's; 2025 has the fewest of the others and hides it, so its quarter is withheld with it.
    expect(areas(["2023", "2024", "2025"])).toEqual([
      ["2023", "100.00"],
      ["2024", null],
      ["2025", null],
    ]);
    expect(areas(["2023-Q1", "2023-Q2", "2024-Q1", "2025-Q3"])).toEqual([
      ...[
        ["2023-Q1", null],
        ["2023-Q2", null],
        ["2024-Q1", null],
        ["2025-Q3", null],
      ],
    ]);
  });
});
