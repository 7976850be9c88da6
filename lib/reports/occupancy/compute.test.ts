import { describe, expect, it } from "vitest";
import {
  computeOccupancy,
  computeOccupancyTree,
  emptyOccupancy,
  toFigures,
} from "@/lib/reports/occupancy/compute";
import { d, line, presence, unit } from "@/lib/reports/occupancy/test-facts";
import type { LineFact, PresenceFact, UnitFact } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";

const at = (on: string, units: UnitFact[], lines: LineFact[] = [], presences: PresenceFact[] = []) =>
  computeOccupancy(toWorld({ units, lines, presences }), d(on));

describe("lettable and occupied area", () => {
  it("leaves out units that are not to be let or not there yet", () => {
    const units = [
      unit("a", "100.00"),
      unit("b", "50.50"),
      unit("c", "70", { availability: "SELF_USE" }),
      unit("d", "80", { validFrom: d("2022-11-02") }),
    ];
    // 100.00 + 50.50; occupied 50.50 of it: 50.5 / 150.5
    const figures = at("2022-11-01", units, [line("1", "b", "50.50"), line("2", "c", "70")]);
    expect(figures).toMatchObject({
      lettableArea: "150.50",
      occupiedArea: "50.50",
      vacantArea: "100.00",
      units: 2,
      unitsOccupied: 1,
      unitsFullyLet: 1,
    });
    expect(figures.occupancyRate).toBe(50.5 / 150.5);
    expect(figures.vacancyRate).toBe(100 / 150.5);
    // A firm in space that is not to be let is still a tenant.
    expect(figures.tenants).toBe(2);
  });

  it("counts a lease on its last day, and not on the day after", () => {
    const lines = [line("1", "a", "100", { endsOn: d("2022-11-01") })];
    expect(at("2022-11-01", [unit("a", "100")], lines).occupiedArea).toBe("100.00");
    expect(at("2022-11-02", [unit("a", "100")], lines).occupiedArea).toBe("0.00");
  });

  it("counts from the move-in, and marks a start that stands for it", () => {
    const lines = [
      line("1", "a", "40", { movedInOn: d("2022-11-02") }),
      line("2", "a", "30", { movedInOn: d("2020-06-01") }),
      line("3", "a", "20"),
    ];
    // 1 has not moved in: 30 + 20, of which 20 by the start alone
    expect(at("2022-11-01", [unit("a", "100")], lines)).toMatchObject({
      occupiedArea: "50.00",
      assumedStartArea: "20.00",
      unitsOccupied: 1,
      unitsFullyLet: 0,
    });
  });

  it("never counts more of a shared unit than there is", () => {
    const shared = unit("a", "100", { shared: true, seats: 20 });
    const lines = [line("1", "a", "70", { seats: 12 }), line("2", "a", "50", { seats: 5 })];
    // min(100, 70 + 50) = 100; seats 17 / 20
    const figures = at("2022-11-01", [shared], lines);
    expect(figures).toMatchObject({ occupiedArea: "100.00", unitsFullyLet: 1, seatsAllotted: 17, seats: 20 });
    expect(figures.seatRate).toBe(0.85);
  });

  it("counts a sublease once, inside its head, and by itself when the head has gone", () => {
    const lines = [
      line("head", "a", "60", { terminatedOn: d("2022-06-30") }),
      line("sub", "a", "25", { subleaseOfId: "head" }),
    ];
    expect(at("2022-06-30", [unit("a", "100")], lines)).toMatchObject({ occupiedArea: "60.00", tenants: 2 });
    expect(at("2022-07-01", [unit("a", "100")], lines)).toMatchObject({ occupiedArea: "25.00", tenants: 1 });
  });

  it("follows a unit that is split in mid-month", () => {
    const units = [
      unit("old", "100", { validTo: d("2022-06-16") }),
      unit("new1", "60", { validFrom: d("2022-06-16") }),
      unit("new2", "40", { validFrom: d("2022-06-16") }),
    ];
    const lines = [
      line("1", "old", "100", { lineTo: d("2022-06-15") }),
      line("1", "new1", "60", { lineFrom: d("2022-06-16") }),
    ];
    expect(at("2022-06-15", units, lines)).toMatchObject({
      lettableArea: "100.00",
      occupiedArea: "100.00",
      units: 1,
    });
    expect(at("2022-06-16", units, lines)).toMatchObject({
      lettableArea: "100.00",
      occupiedArea: "60.00",
      units: 2,
    });
  });

  it("divides by nothing in an empty park", () => {
    const nothing = at("2022-11-01", []);
    expect(toFigures(nothing)).toEqual({
      lettableArea: "0.00",
      occupiedArea: "0.00",
      committedArea: "0.00",
      vacantArea: "0.00",
      occupancyRate: null,
      committedRate: null,
      units: 0,
      unitsOccupied: 0,
      unitsFullyLet: 0,
      waleYears: null,
      tenants: 0,
    });
    expect(emptyOccupancy()).toEqual(nothing);
  });
});

describe("committed area", () => {
  const future = { startsOn: d("2023-01-01"), endsOn: d("2025-12-31"), signedOn: d("2022-10-01") };

  it("adds what is signed and begins later, within the unit", () => {
    const units = [unit("a", "100"), unit("b", "100")];
    const lines = [line("1", "a", "60"), line("2", "a", "60", future), line("3", "b", "30", future)];
    // a: min(100, 60 + 60) = 100; b: 30; 130 / 200
    const figures = at("2022-11-01", units, lines);
    expect(figures).toMatchObject({ occupiedArea: "60.00", committedArea: "130.00" });
    expect(figures.committedRate).toBe(0.65);
    // A day before the signature nobody knew of them.
    expect(at("2022-09-30", units, lines).committedArea).toBe("60.00");
  });

  it("adds nothing for a renewal", () => {
    const lines = [
      line("1", "a", "60", { endsOn: d("2022-12-31") }),
      line("2", "a", "80", { ...future, renewalOfId: "1" }),
    ];
    expect(at("2022-11-01", [unit("a", "100")], lines).committedArea).toBe("60.00");
  });

  it("keeps a lease that was terminated before it began, until its termination", () => {
    const lines = [line("1", "a", "60", { ...future, terminatedOn: d("2022-11-15") })];
    expect(at("2022-11-14", [unit("a", "100")], lines).committedArea).toBe("60.00");
    expect(at("2022-11-15", [unit("a", "100")], lines).committedArea).toBe("0.00");
  });

  it("adds nothing for a sublease of a lease that begins with it", () => {
    const lines = [line("1", "a", "60", future), line("2", "a", "20", { ...future, subleaseOfId: "1" })];
    expect(at("2022-11-01", [unit("a", "100")], lines).committedArea).toBe("60.00");
  });
});

describe("WALE by area", () => {
  const units = [unit("a", "300"), unit("b", "100")];
  const lines = [
    line("1", "a", "300", { endsOn: d("2023-11-01"), breakOn: d("2023-05-01") }),
    line("2", "b", "100", { endsOn: d("2025-11-01"), breakOn: d("2022-10-31") }),
  ];

  it("weighs the years to each end by area", () => {
    // (300 × 365 + 100 × 1096) / 400 / 365.25 days
    expect(at("2022-11-01", units, lines).waleYears).toBeCloseTo((300 * 365 + 100 * 1096) / 400 / 365.25, 12);
  });

  it("runs to a break that is still to come", () => {
    // 1 breaks in 181 days; the break of 2 has passed
    const expected = (300 * 181 + 100 * 1096) / 400 / 365.25;
    expect(at("2022-11-01", units, lines).waleToBreakYears).toBeCloseTo(expected, 12);
  });

  it("runs on along renewals of the same unit that are signed by the day", () => {
    const renewal = { startsOn: d("2023-11-02"), signedOn: d("2022-10-01") };
    const renewed = [
      ...lines,
      line("3", "a", "300", { ...renewal, endsOn: d("2024-11-01"), renewalOfId: "1" }),
      line("4", "a", "300", {
        ...renewal,
        endsOn: d("2025-11-01"),
        renewalOfId: "3",
        signedOn: d("2022-11-02"),
      }),
      line("5", "a", "300", {
        ...renewal,
        endsOn: d("2029-11-01"),
        renewalOfId: "1",
        terminatedOn: d("2022-10-15"),
      }),
    ];
    // 1 runs on to 3: 731 days; 4 is not signed yet, 5 is terminated
    const expected = (300 * 731 + 100 * 1096) / 400 / 365.25;
    expect(at("2022-11-01", units, renewed).waleRenewedYears).toBeCloseTo(expected, 12);
  });

  it("leaves out holdover, and counts a lease that ends on the day as no time", () => {
    const over = [
      line("1", "a", "300", { endsOn: d("2022-10-31"), holdover: true }),
      line("2", "b", "100", { endsOn: d("2022-11-01") }),
    ];
    const figures = at("2022-11-01", units, over);
    expect(figures).toMatchObject({ waleYears: 0, waleArea: "100.00", holdoverArea: "300.00" });
    expect(at("2022-11-02", units, over).waleYears).toBeNull();
  });
});

describe("availability", () => {
  it("adds to the vacant what ends within twelve months and is not renewed", () => {
    const units = ["a", "b", "c", "d", "e"].map((id) => unit(id, "100"));
    const ends = (on: string, changes = {}) => ({ endsOn: d(on), ...changes });
    const lines = [
      line("1", "a", "100", ends("2023-11-01")),
      line("2", "b", "100", ends("2023-11-02")),
      line("3", "c", "100", ends("2023-06-30")),
      line("4", "c", "100", { ...ends("2026-06-30"), startsOn: d("2023-07-01"), renewalOfId: "3" }),
      line("5", "d", "60", ends("2025-12-31", { terminatedOn: d("2022-12-31") })),
    ];
    // vacant: 40 of d, 100 of e; freeing: a 100 on the last day of the horizon, d 60; b is a day late, c renewed
    const figures = at("2022-11-01", units, lines);
    expect(figures).toMatchObject({ vacantArea: "140.00", availableArea: "300.00" });
    expect(figures.availabilityRate).toBe(0.6);
  });

  it("frees the unit of a tenant that renews elsewhere", () => {
    const units = [unit("a", "100"), unit("b", "100")];
    const lines = [
      line("1", "a", "100", { endsOn: d("2023-01-31") }),
      line("2", "b", "100", { startsOn: d("2023-02-01"), endsOn: d("2026-01-31"), renewalOfId: "1" }),
    ];
    expect(at("2022-11-01", units, lines).availableArea).toBe("200.00");
  });
});

describe("tenants", () => {
  it("counts a firm once, branches with it, and the register apart", () => {
    const units = [unit("a", "100"), unit("b", "100")];
    const lines = [
      line("1", "a", "50", { enterpriseId: "firm" }),
      line("2", "b", "50", { enterpriseId: "branch", tenantKey: "firm" }),
    ];
    const presences = [
      presence("firm", "REGISTERED"),
      presence("guest", "PRESENT"),
      presence("left", "PRESENT", { to: d("2022-10-31") }),
      presence("letterbox", "REGISTERED"),
      presence("employer", "EMPLOYING"),
    ];
    // firm and guest; letterbox in the register alone
    expect(at("2022-11-01", units, lines, presences)).toMatchObject({ tenants: 2, registeredOnly: 1 });
    expect(at("2022-10-31", units, lines, presences).tenants).toBe(3);
  });

  it("counts a firm in two parks in each, and once in the zone; a building by its leases", () => {
    const units = [
      unit("a", "100", { parkId: "p1", buildingId: "b1" }),
      unit("b", "100", { parkId: "p2", buildingId: "b2" }),
    ];
    const lines = [
      line("1", "a", "50", { enterpriseId: "firm" }),
      line("2", "b", "50", { enterpriseId: "firm" }),
    ];
    const presences = [
      presence("guest", "PRESENT", { parkId: "p1" }),
      presence("guest", "PRESENT", { parkId: "p3" }),
    ];
    const tree = computeOccupancyTree(toWorld({ units, lines, presences }), d("2022-11-01"));
    expect(tree.total.tenants).toBe(2);
    expect([...tree.byPark].map(([id, { tenants }]) => [id, tenants])).toEqual([
      ["p1", 2],
      ["p3", 1],
      ["p2", 1],
    ]);
    expect([...tree.byBuilding].map(([id, { tenants }]) => [id, tenants])).toEqual([
      ["b1", 1],
      ["b2", 1],
    ]);
  });
});
