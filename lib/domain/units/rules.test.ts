import { describe, expect, it } from "vitest";
import { computeUnitStatus, isUnitExisting, isUnitLettable } from "@/lib/domain/units/rules";
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
