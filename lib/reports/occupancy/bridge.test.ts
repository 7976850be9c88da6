import { describe, expect, it } from "vitest";
import { computeChurn } from "@/lib/reports/occupancy/churn";
import { computeExpiryProfile } from "@/lib/reports/occupancy/expiry";
import { computeMovement } from "@/lib/reports/occupancy/movement";
import { computeRentRoll } from "@/lib/reports/occupancy/rent-roll";
import { d, line, presence, unit } from "@/lib/reports/occupancy/test-facts";
import type { LineFact, UnitFact } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";

const world = (units: UnitFact[], lines: LineFact[]) => toWorld({ units, lines, presences: [] });
const over2022 = (units: UnitFact[], lines: LineFact[]) => {
  const { steps: _, ...movement } = computeMovement(world(units, lines), d("2021-12-31"), d("2022-12-31"));
  return movement;
};

describe("the movement bridge of a year", () => {
  it("tells who came from who went", () => {
    const units = [unit("a", "100"), unit("b", "200"), unit("c", "50", { validFrom: d("2022-03-01") })];
    const lines = [
      line("stays", "a", "40"),
      line("goes", "b", "200", { endsOn: d("2022-06-30") }),
      line("comes", "b", "150", { startsOn: d("2022-09-01"), endsOn: d("2025-08-31") }),
      line("visits", "c", "50", { startsOn: d("2022-03-01"), endsOn: d("2022-05-31") }),
    ];
    // 240 + (150 + 50) − (200 + 50) = 190; supply + 50
    expect(over2022(units, lines)).toEqual({
      opening: "240.00",
      takeUp: "200.00",
      terminations: "250.00",
      supplyChange: "50.00",
      closing: "190.00",
      netAbsorption: "-50.00",
    });
  });

  const renewal = (from: string, area: string) =>
    line("2", "a", area, { startsOn: d(from), endsOn: d("2026-12-31"), renewalOfId: "1" });
  const ends = (on: string) => line("1", "a", "60", { endsOn: d(on) });
  const moved = (lines: LineFact[]) => {
    const { takeUp, terminations, netAbsorption } = over2022([unit("a", "100")], lines);
    return [takeUp, terminations, netAbsorption];
  };

  it("makes a renewal neither, also after a gap", () => {
    expect(moved([ends("2022-06-30"), renewal("2022-07-01", "60")])).toEqual(["0.00", "0.00", "0.00"]);
    expect(moved([ends("2022-06-30"), renewal("2022-08-15", "60")])).toEqual(["0.00", "0.00", "0.00"]);
  });

  it("closes a gap that begins with the period's first day", () => {
    expect(moved([ends("2021-12-31"), renewal("2022-02-01", "70")])).toEqual(["10.00", "0.00", "10.00"]);
  });

  it("counts what a renewal adds or gives up", () => {
    expect(moved([ends("2022-06-30"), renewal("2022-08-15", "85")])).toEqual(["25.00", "0.00", "25.00"]);
    expect(moved([ends("2022-06-30"), renewal("2022-07-01", "45")])).toEqual(["0.00", "15.00", "-15.00"]);
  });

  it("counts a gap that outlasts the period as an end now and a beginning later", () => {
    const lines = [ends("2022-12-15"), renewal("2023-01-15", "60")];
    expect(moved(lines)).toEqual(["0.00", "60.00", "-60.00"]);
    const next = computeMovement(world([unit("a", "100")], lines), d("2022-12-31"), d("2023-12-31"));
    expect([next.takeUp, next.terminations]).toEqual(["60.00", "0.00"]);
  });

  it("counts a lease that ends on the opening day as going on the day after", () => {
    expect(moved([ends("2021-12-31")])).toEqual(["0.00", "60.00", "-60.00"]);
    expect(moved([ends("2022-12-31")])).toEqual(["0.00", "0.00", "0.00"]);
  });

  it("follows a renewal into other units, and a unit that is split", () => {
    const units = [
      unit("a", "100", { validTo: d("2022-04-01") }),
      unit("a1", "100", { validFrom: d("2022-04-01") }),
    ];
    const lines = [
      line("1", "a", "60", { lineTo: d("2022-03-31") }),
      line("1", "a1", "60", { lineFrom: d("2022-04-01"), endsOn: d("2022-09-30") }),
      line("2", "b", "80", { startsOn: d("2022-10-01"), renewalOfId: "1" }),
    ];
    // moved to b with 20 more; nothing ended
    const movement = over2022([...units, unit("b", "80")], lines);
    expect(movement).toMatchObject({ takeUp: "20.00", terminations: "0.00", supplyChange: "0.00" });
  });

  it("counts occupied area that leaves the stock as terminated, and the stock apart", () => {
    const movement = over2022([unit("a", "100", { validTo: d("2022-07-01") })], [line("1", "a", "60")]);
    expect(movement).toMatchObject({ terminations: "60.00", supplyChange: "-100.00", closing: "0.00" });
  });

  it("adds nothing for a sublease", () => {
    const sublease = line("2", "a", "30", { startsOn: d("2022-02-01"), subleaseOfId: "1" });
    expect(moved([line("1", "a", "60"), sublease])).toEqual(["0.00", "0.00", "0.00"]);
  });

  it("names the leases and the days behind it", () => {
    const lines = [ends("2022-06-30"), renewal("2022-07-01", "85")];
    const { steps } = computeMovement(world([unit("a", "100")], lines), d("2021-12-31"), d("2022-12-31"));
    expect(steps).toEqual([
      { on: "2022-07-01", chainId: "1", area: "25.00", leaseIds: ["1", "2"], unitIds: ["a"] },
    ]);
  });

  it("refuses to run backwards", () => {
    expect(() => computeMovement(world([], []), d("2022-01-02"), d("2022-01-01"))).toThrow(RangeError);
  });
});

describe("the expiry profile", () => {
  const units = [unit("a", "100"), unit("b", "100", { shared: true }), unit("c", "100")];
  const lines = [
    line("1", "a", "100", { endsOn: d("2023-03-31") }),
    line("2", "b", "70", { endsOn: d("2023-04-01") }),
    line("3", "b", "50", { startsOn: d("2021-06-01"), endsOn: d("2024-12-31") }),
    line("4", "c", "20", { endsOn: d("2022-10-31"), holdover: true }),
  ];

  it("puts holdover last and gives an over-let unit to who came first", () => {
    // 100 + 70 + 30 (of 50, the unit has 100) + 20 = 220
    expect(computeExpiryProfile(world(units, lines), d("2022-11-01"), "year")).toEqual({
      occupiedArea: "220.00",
      buckets: [
        { period: "2023", area: "170.00", share: 170 / 220 },
        { period: "2024", area: "30.00", share: 30 / 220 },
        { period: "HOLDOVER", area: "20.00", share: 20 / 220 },
      ],
    });
  });

  it("tells the quarters apart, and the day of the end from the day after", () => {
    const periods = (on: string) =>
      computeExpiryProfile(world(units, lines), d(on), "quarter").buckets.map(({ period }) => period);
    expect(periods("2022-11-01")).toEqual(["2023-Q1", "2023-Q2", "2024-Q4", "HOLDOVER"]);
    expect(periods("2022-10-31")).toEqual(["2022-Q4", "2023-Q1", "2023-Q2", "2024-Q4"]);
  });
});

describe("churn of a year", () => {
  const units = ["a", "b", "c", "d"].map((id) => unit(id, "100"));
  const goes = (id: string, unitId: string, on: string) =>
    line(id, unitId, "100", { enterpriseId: id, endsOn: d(on) });
  const again = (id: string, unitId: string, on: string) =>
    line(`${id} again`, unitId, "100", { enterpriseId: id, startsOn: d(on) });

  it("counts who left and did not come back within 30 days", () => {
    const lines = [
      goes("left", "a", "2022-03-31"),
      goes("moved", "b", "2022-03-31"),
      again("moved", "a", "2022-04-30"),
      goes("paused", "c", "2022-03-31"),
      again("paused", "b", "2022-05-01"),
      line("stays", "d", "100"),
    ];
    // two of four: moved is back on the 30th day, paused on the 31st
    const churn = computeChurn(world(units, lines), d("2021-12-31"), d("2022-12-31"));
    expect(churn).toEqual({ tenants: 4, exits: 2, rate: 0.5, exited: ["left", "paused"] });
  });

  it("keeps a tenant with another lease, and has no rate without tenants", () => {
    const lines = [goes("1", "a", "2022-03-31"), line("2", "b", "100", { enterpriseId: "1" })];
    expect(computeChurn(world(units, lines), d("2021-12-31"), d("2022-12-31")).exits).toBe(0);
    expect(computeChurn(world(units, []), d("2021-12-31"), d("2022-12-31")).rate).toBeNull();
  });

  it("counts a tenant that is present without a lease at the beginning", () => {
    const facts = { units, lines: [goes("1", "a", "2022-03-31")], presences: [presence("guest", "PRESENT")] };
    expect(computeChurn(toWorld(facts), d("2021-12-31"), d("2022-12-31"))).toMatchObject({
      tenants: 2,
      exits: 1,
    });
  });
});

describe("the rent roll of a day", () => {
  it("has who is in, who comes, and what is left", () => {
    const lines = [
      line("in", "a", "30", { endsOn: d("2025-12-31"), movedInOn: d("2021-02-01") }),
      line("expiring", "a", "20", { endsOn: d("2023-11-01") }),
      line("over", "a", "10", { endsOn: d("2022-10-22"), holdover: true }),
      line("comes", "a", "25", { startsOn: d("2023-01-01") }),
      line("self", "b", "50"),
    ];
    const units = [unit("a", "100"), unit("b", "100", { availability: "SELF_USE" })];
    const rows = computeRentRoll(world(units, lines), d("2022-11-01")).map((row) => [
      row.unitId,
      row.leaseId,
      row.state,
      row.area,
      row.occupiedArea,
      row.daysLeft,
      row.movedInKnown,
    ]);
    expect(rows).toEqual([
      ["a", "expiring", "EXPIRING", "20.00", "20.00", 365, false],
      ["a", "over", "HOLDOVER", "10.00", "10.00", -10, false],
      ["a", "in", "IN_OCCUPATION", "30.00", "30.00", 1156, true],
      ["a", "comes", "COMMITTED", "25.00", "0.00", 1156 - 731, false],
      ["a", null, "VACANT", "40.00", "0.00", null, true],
      ["b", "self", "IN_OCCUPATION", "50.00", "0.00", 425, false],
    ]);
  });
});
