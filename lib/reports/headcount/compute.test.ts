import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeDensity, computeHeadcount } from "@/lib/reports/headcount/compute";
import type { FirmFact, HeadcountFact } from "@/lib/reports/headcount/types";
import { anyDay, anyFacts, d, line, presence, unit } from "@/lib/reports/occupancy/test-facts";
import type { OccupancyFacts } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";

let count = 0;
const declared = (enterpriseId: string, on: string, total: number, parkId = "park"): HeadcountFact => {
  count += 1;
  const id = `h${String(count).padStart(6, "0")}`;
  return { id, enterpriseId, parkId, on: d(on), total, own: null, dispatched: null, other: null };
};
const firm = (enterpriseId: string, cluster = "SERVICES", country: string | null = "CN"): FirmFact => ({
  enterpriseId,
  cluster,
  country,
});
const inZone = (...firms: string[]): OccupancyFacts => ({
  units: firms.map((id) => unit(`unit of ${id}`, "100")),
  lines: firms.map((id) => line(`lease of ${id}`, `unit of ${id}`, "100", { enterpriseId: id })),
  presences: [],
});
const at = (on: string, headcounts: HeadcountFact[], facts: OccupancyFacts, firms: FirmFact[] = []) =>
  computeHeadcount({ headcounts, firms }, toWorld(facts), d(on));

describe("published headcount", () => {
  it("takes each firm's latest figure by the day, and says how much of it is old", () => {
    const headcounts = [
      declared("a", "2022-06-30", 50),
      declared("a", "2022-09-30", 60),
      declared("a", "2022-12-31", 70),
      declared("b", "2022-06-30", 40),
    ];
    // 60 of the reference day itself, 40 carried forward: 40 / 100
    expect(at("2022-11-01", headcounts, inZone("a", "b"))).toMatchObject({
      referenceOn: "2022-09-30",
      total: 100,
      carriedForward: 40,
      carriedForwardShare: 0.4,
    });
    // On the quarter's last day the quarter is complete.
    expect(at("2022-09-30", headcounts, inZone("a", "b")).carriedForward).toBe(40);
    expect(at("2022-09-29", headcounts, inZone("a", "b"))).toMatchObject({ total: 90, carriedForward: 0 });
  });

  it("counts a firm only while it is there, and names who never declared", () => {
    const headcounts = ["a", "letterbox", "guest", "employer"].map((id) => declared(id, "2022-09-30", 10));
    const facts = inZone("a", "silent");
    const presences = [
      presence("letterbox", "REGISTERED"),
      presence("guest", "PRESENT"),
      presence("employer", "EMPLOYING", { to: d("2022-10-31") }),
    ];
    const report = at("2022-11-01", headcounts, { ...facts, presences });
    expect(report.rows.map(({ enterpriseId }) => enterpriseId)).toEqual(["a", "guest"]);
    expect(report.missing).toEqual([{ enterpriseId: "silent", parkId: "park" }]);
    expect(at("2024-01-01", headcounts, facts).total).toBe(0);
  });

  it("takes the later recorded of two figures for one day", () => {
    const headcounts = [declared("a", "2022-09-30", 10), declared("a", "2022-09-30", 12)];
    expect(at("2022-11-01", headcounts.reverse(), inZone("a")).total).toBe(12);
  });

  it("groups by park, cluster and country, the largest first", () => {
    const facts: OccupancyFacts = {
      units: [unit("u1", "100", { parkId: "p1" }), unit("u2", "300", { parkId: "p2" })],
      lines: [
        line("1", "u1", "100", { enterpriseId: "a" }),
        line("2", "u2", "200", { enterpriseId: "a" }),
        line("3", "u2", "100", { enterpriseId: "b" }),
      ],
      presences: [],
    };
    const headcounts = [
      declared("a", "2022-09-30", 10, "p1"),
      declared("a", "2022-06-30", 20, "p2"),
      declared("b", "2022-09-30", 20, "p2"),
    ];
    const firms = [firm("a", "BIOMEDICINE", "SG"), firm("b", "SERVICES", null)];
    const report = at("2022-11-01", headcounts, facts, firms);
    expect(report.parks.map(({ key, total, firms: n }) => [key, total, n])).toEqual([
      ["p2", 40, 2],
      ["p1", 10, 1],
    ]);
    expect(report.parks[0]).toMatchObject({ carriedForwardShare: 0.5, occupiedArea: "300.00" });
    expect(report.clusters.map(({ key, total }) => [key, total])).toEqual([
      ["BIOMEDICINE", 30],
      ["SERVICES", 20],
    ]);
    expect(report.countries.map(({ key, total }) => [key, total])).toEqual([
      ["SG", 30],
      [null, 20],
    ]);
    // 400 m² / 50
    expect(report.density).toEqual({ m2PerWorker: 8, outOfRange: false });
    const onePark = computeHeadcount({ headcounts, firms }, toWorld(facts), d("2022-11-01"), "p2");
    expect([onePark.total, onePark.parks.length]).toEqual([40, 1]);
  });

  it("reports more than 400 firms with 3,000 people in one park", () => {
    const names = Array.from({ length: 412 }, (_, i) => `firm ${i}`);
    // 412 × 7 = 2,884; 116 of them have one more: 3,000
    const headcounts = names.map((id, i) => declared(id, "2022-09-30", i < 116 ? 8 : 7));
    const report = at("2022-11-01", headcounts, inZone(...names));
    expect([report.rows.length, report.total, report.carriedForwardShare]).toEqual([412, 3000, 0]);
  });

  it("has no share over nobody", () => {
    expect(at("2022-11-01", [], inZone("a"))).toMatchObject({ total: 0, carriedForwardShare: null });
    expect(at("2022-11-01", [declared("a", "2022-09-30", 0)], inZone("a")).density.m2PerWorker).toBeNull();
  });

  it("is the same in any order, and its parts add up to it", () => {
    const anyHeadcounts = fc.array(
      fc.record({ firm: fc.nat(7), park: fc.nat(2), on: anyDay, total: fc.nat(50) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(anyFacts, anyHeadcounts, anyDay, (facts, list, on) => {
        const headcounts = list.map((fact) =>
          declared(`f${fact.firm}`, fact.on, fact.total, `p${fact.park}`),
        );
        const firms = [0, 1, 2, 3].map((n) => firm(`f${n}`, n % 2 ? "OTHER" : "SERVICES", n ? "SG" : null));
        const world = toWorld(facts);
        const report = computeHeadcount({ headcounts, firms }, world, on);
        expect(computeHeadcount({ headcounts: [...headcounts].reverse(), firms }, world, on)).toEqual(report);
        for (const groups of [report.parks, report.clusters, report.countries]) {
          expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(report.total);
          expect(groups.reduce((sum, group) => sum + group.carriedForward, 0)).toBe(report.carriedForward);
        }
        expect(report.carriedForward <= report.total).toBe(true);
      }),
    );
  });
});

describe("employment density", () => {
  it.each([
    [599, 100, 5.99, true],
    [600, 100, 6, false],
    [10_000, 100, 100, false],
    [10_001, 100, 100.01, true],
  ])("of %d m² and %d workers is %d m² a worker", (m2, workers, m2PerWorker, outOfRange) => {
    expect(computeDensity(m2 * 100, workers)).toEqual({ m2PerWorker, outOfRange });
  });
});
