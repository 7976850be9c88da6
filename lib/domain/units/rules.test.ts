import { describe, expect, it } from "vitest";
import {
  computeUnitStatus,
  findChangeProblem,
  findImbalance,
  isUnitExisting,
  isUnitLettable,
  shareLineArea,
} from "@/lib/domain/units/rules";
import { toCivil } from "@/lib/platform/dates/civil";

const d = (text: string) => toCivil(text);
const unit = {
  validFrom: d("2020-01-01"),
  validTo: d("2023-01-01"),
  availability: "LETTABLE" as const,
  area: 10_000,
};

describe("a unit on a day", () => {
  it("exists from its first day to the day before its end", () => {
    expect(
      ["2019-12-31", "2020-01-01", "2022-12-31", "2023-01-01"].map((x) => isUnitExisting(unit, d(x))),
    ).toEqual([false, true, true, false]);
    expect(isUnitLettable({ ...unit, availability: "UNDER_WORKS" }, d("2022-01-01"))).toBe(false);
  });

  it.each([
    ["VACANT", 0, 0],
    ["COMMITTED", 0, 4_000],
    ["PART_LET", 4_000, 10_000],
    ["IN_OCCUPATION", 10_000, 10_000],
  ])("is %s with %d of 10,000 occupied and %d committed", (status, occupied, committed) => {
    expect(computeUnitStatus(unit, { occupied, committed }, d("2022-01-01"))).toBe(status);
  });

  it("shows why it is not let, even while a lease runs on", () => {
    const selfUse = { ...unit, availability: "SELF_USE" as const };
    expect(computeUnitStatus(selfUse, { occupied: 10_000, committed: 10_000 }, d("2022-01-01"))).toBe(
      "SELF_USE",
    );
    expect(computeUnitStatus(unit, { occupied: 0, committed: 0 }, d("2023-01-01"))).toBe("NOT_EXISTING");
  });
});

describe("a unit that changes on a day", () => {
  const open = { validFrom: d("2020-01-01"), validTo: null };

  it("exists the day before, and goes on", () => {
    expect(findChangeProblem(open, d("2020-01-02"))).toBeNull();
    expect(findChangeProblem(open, d("2020-01-01"))).toBe("units.errors.beforeUnit?from=2020-01-01");
    expect(findChangeProblem({ ...open, validTo: d("2021-01-01") }, d("2020-06-01"))).toBe(
      "units.errors.alreadyEnds?on=2021-01-01",
    );
  });

  it("keeps its area to the hundredth, or says why not", () => {
    expect(findImbalance([200000], [120000, 80000], null)).toBeNull();
    expect(findImbalance([200000], [120000, 79999], null)).toBe(
      "units.errors.unbalanced?before=2000.00&after=1999.99",
    );
    expect(findImbalance([200000], [199000], "New survey")).toBeNull();
  });

  it("shares a lease's area among the parts that it keeps, and loses nothing to rounding", () => {
    // All parts: the contract's 2,000 m² stay, 1,200 + 800.
    expect(shareLineArea(200000, [120000, 80000], true)).toEqual([120000, 80000]);
    // One part of 1,200: no more than that; a smaller lease keeps what it has.
    expect(shareLineArea(200000, [120000], false)).toEqual([120000]);
    expect(shareLineArea(70000, [120000], false)).toEqual([70000]);
    // 100.00 over three equal parts: 33.33 + 33.33 + 33.34.
    expect(shareLineArea(10000, [5000, 5000, 5000], true)).toEqual([3333, 3333, 3334]);
  });
});
