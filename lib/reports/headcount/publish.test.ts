import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { d } from "@/lib/reports/occupancy/test-facts";
import type { HeadcountSummary } from "./facts";
import { findWithheld, LEAST_PEOPLE, publishHeadcount } from "./publish";

/** Cells of so many people, of five firms each. */
const cells = (people: Record<string, number>) =>
  Object.entries(people).map(([key, total]) => ({ key, total, firms: 5 }));
/** Cells of so many firms, of ten people each. */
const ofFirms = (counts: Record<string, number>) =>
  Object.entries(counts).map(([key, firms]) => ({ key, total: firms * 10, firms }));
const withheld = (people: Record<string, number>) => [...findWithheld(cells(people))].sort();

describe("what is withheld of a table", () => {
  it("is nothing where every cell has five people", () => {
    expect(withheld({ a: 5, b: 40, c: 7 })).toEqual([]);
  });

  it("is a cell under five, and the smallest other that would give it away", () => {
    // 3 = 60 − 50 − 7; with b withheld too, 10 = 60 − 50 may be anything from 0 + 10 on
    expect(withheld({ a: 3, b: 7, c: 50 })).toEqual(["a", "b"]);
  });

  it("is a third cell where two together are still under five", () => {
    // 1 + 2 = 3 people in a and b: fewer than five are known to be there
    expect(withheld({ a: 1, b: 2, c: 9, d: 50 })).toEqual(["a", "b", "c"]);
    // 2 + 4 = 6
    expect(withheld({ a: 2, b: 4, c: 9, d: 50 })).toEqual(["a", "b"]);
  });

  it("is a cell of nobody too, but not one without a firm", () => {
    expect(withheld({ a: 0, b: 7, c: 50 })).toEqual(["a", "b"]);
    expect([...findWithheld([...cells({ b: 7, c: 50 }), { key: "a", total: 0, firms: 0 }])]).toEqual([]);
  });
});

describe("a cell of few firms", () => {
  it("is withheld however many its people are, with what would give it away", () => {
    // 20 people of two firms = 90 − 70; with c withheld too, four firms have 20 + 20 people.
    expect([...findWithheld(ofFirms({ a: 2, b: 7, c: 2 }))].sort()).toEqual(["a", "c"]);
    expect([...findWithheld(ofFirms({ a: 1, b: 7, c: 4 }))].sort()).toEqual(["a", "c"]);
    // 1 + 1 = 2 firms in a and c: b is withheld too.
    expect([...findWithheld(ofFirms({ a: 1, b: 7, c: 1 }))].sort()).toEqual(["a", "b", "c"]);
  });

  it("is not hidden by another that may be of the same firm", () => {
    // The firm of a, b and c may be one, present in three parks.
    const parks = ofFirms({ a: 1, b: 1, c: 1, d: 6, e: 9 });
    expect([...findWithheld(parks)].sort()).toEqual(["a", "b", "c"]);
    expect([...findWithheld(parks, [], { shared: true })].sort()).toEqual(["a", "b", "c", "d"]);
  });
});

const sums = (total: number) => ({
  total,
  carriedForward: 0,
  carriedForwardShare: 0,
  occupiedArea: "100.00",
  density: { m2PerWorker: total > 0 ? 100 / total : null, outOfRange: false },
  standing: null,
});
type People = Record<string, number>;
const groups = (people: People) =>
  cells(people).map(({ key, total, firms }) => ({ key, firms, ...sums(total) }));
const add = (people: People) => Object.values(people).reduce((sum, total) => sum + total, 0);

/** Buildings `p1/a` lie in park `p1`; the clusters and countries are one each. */
function summaryOf(buildings: People, clusters: People = { ALL: add(buildings) }): HeadcountSummary {
  const parks: People = {};
  for (const [key, total] of Object.entries(buildings)) {
    const park = key.split("/")[0] ?? "";
    parks[park] = (parks[park] ?? 0) + total;
  }
  return {
    ...{ asOf: d("2022-11-01"), referenceOn: d("2022-09-30"), firms: 9, missing: 0 },
    ...sums(add(buildings)),
    parks: groups(parks),
    buildings: groups(buildings),
    clusters: groups(clusters),
    countries: groups(clusters),
    elsewhere: { firms: 0, total: 0 },
  };
}
const parkOf = (summary: HeadcountSummary) =>
  new Map(summary.buildings.map(({ key }) => [key ?? "", key?.split("/")[0] ?? ""]));
const shown = (rows: { key: string | null; total: number | null }[]) =>
  Object.fromEntries(rows.map(({ key, total }) => [key, total]));

describe("a summary for readers outside the office", () => {
  it("withholds with a figure all that it could be made from again", () => {
    const zone = summaryOf(
      { "p1/a": 40, "p1/b": 60, "p2/a": 30 },
      { BIOMEDICINE: 3, SERVICES: 27, OTHER: 100 },
    );
    const published = publishHeadcount(zone, zone, parkOf(zone));
    expect(shown(published.clusters)).toEqual({ BIOMEDICINE: null, SERVICES: null, OTHER: 100 });
    // Last, and by name: its place would tell its size. 100 m² over 33.33 m² a person would be 3 people.
    expect(published.clusters.map(({ key }) => key)).toEqual(["OTHER", "BIOMEDICINE", "SERVICES"]);
    expect(published.clusters[1]).toMatchObject({
      carriedForward: null,
      carriedForwardShare: null,
      density: { m2PerWorker: null },
      ...{ occupiedArea: null, firms: null },
    });
    // What was carried forward is some of a cell's firms' alone: it is told of the zone.
    expect(published.clusters[0]).toMatchObject({ total: 100, firms: 5, carriedForward: null });
    expect(published.carriedForward).toBe(0);
    expect([published.total, shown(published.parks)]).toEqual([130, { p1: 100, p2: 30 }]);
  });

  it("withholds a building within its park, and a park with its buildings", () => {
    // p1/b alone would be 100 − 96 = 4; p2 is under five itself, and p3 the smallest that hides it.
    const zone = summaryOf({ "p1/a": 60, "p1/b": 4, "p1/c": 36, "p2/a": 2, "p3/a": 20, "p4/a": 300 });
    const published = publishHeadcount(zone, zone, parkOf(zone));
    expect(shown(published.parks)).toEqual({ p1: 100, p2: null, p3: null, p4: 300 });
    expect(shown(published.buildings)).toEqual({
      ...{ "p1/a": 60, "p1/b": null, "p1/c": null },
      ...{ "p2/a": null, "p3/a": null, "p4/a": 300 },
    });
  });

  it("says of a part what the whole says of it, and divides it no further", () => {
    const zone = summaryOf({ "p1/a": 3, "p2/a": 20, "p3/a": 300 });
    const part = summaryOf({ "p2/a": 20 });
    const scope = { level: "PARK", parkId: "p2" } as const;
    // p2 has twenty people, but 323 − 300 − 20 = 3 in p1.
    const published = publishHeadcount(part, zone, parkOf(zone), scope);
    expect([published.total, published.clusters, published.countries]).toEqual([null, [], []]);
    expect(shown(published.buildings)).toEqual({ "p2/a": null });
    const open = publishHeadcount(summaryOf({ "p3/a": 300 }), zone, parkOf(zone), { ...scope, parkId: "p3" });
    expect([open.total, shown(open.buildings)]).toEqual([300, { "p3/a": 300 }]);
  });

  it("never leaves a subtraction that ends under five, in the zone or in a park", () => {
    const anyZone = fc.dictionary(
      fc.tuple(fc.constantFrom("p1", "p2", "p3"), fc.constantFrom("a", "b", "c")).map((key) => key.join("/")),
      fc.nat(30),
    );
    const left = (whole: number | null, parts: { total: number | null }[]) =>
      whole === null || parts.every(({ total }) => total !== null)
        ? null
        : whole - parts.reduce((sum, { total }) => sum + (total ?? 0), 0);
    fc.assert(
      fc.property(anyZone, (people) => {
        const zone = summaryOf(people);
        const { total, parks, buildings, clusters } = publishHeadcount(zone, zone, parkOf(zone));
        const within = parks.map((park) =>
          left(
            park.total,
            buildings.filter(({ key }) => key?.startsWith(park.key)),
          ),
        );
        for (const rest of [left(total, parks), left(total, buildings), left(total, clusters), ...within]) {
          if (rest !== null) expect(rest).toBeGreaterThanOrEqual(LEAST_PEOPLE);
        }
        for (const cell of [...parks, ...buildings, ...clusters]) {
          if (cell.total !== null) expect(cell.total).toBeGreaterThanOrEqual(LEAST_PEOPLE);
        }
      }),
    );
  });
});
