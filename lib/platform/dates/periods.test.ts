import { describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import {
  endOfMonth,
  endOfQuarter,
  lastCompletedQuarterEnd,
  listMonthEnds,
  listMonthlySteps,
  quarterOf,
  startOfMonth,
  startOfQuarter,
  yearOf,
} from "@/lib/platform/dates/periods";
import { civilInZone, todayInZone } from "@/lib/platform/dates/today";

const d = (text: string) => toCivil(text);

describe("periods", () => {
  it("finds month, quarter and year of a day", () => {
    expect(startOfMonth(d("2024-02-10"))).toBe("2024-02-01");
    expect(endOfMonth(d("2024-02-10"))).toBe("2024-02-29");
    expect(endOfMonth(d("2022-12-31"))).toBe("2022-12-31");
    expect(["2022-01-01", "2022-03-31", "2022-04-01", "2022-12-31"].map((x) => quarterOf(d(x)))).toEqual([
      "2022-Q1",
      "2022-Q1",
      "2022-Q2",
      "2022-Q4",
    ]);
    expect(startOfQuarter(d("2022-11-01"))).toBe("2022-10-01");
    expect(endOfQuarter(d("2022-11-01"))).toBe("2022-12-31");
    expect(yearOf(d("2022-11-01"))).toBe("2022");
  });

  it("looks back to the last completed quarter", () => {
    expect(lastCompletedQuarterEnd(d("2022-11-01"))).toBe("2022-09-30");
    expect(lastCompletedQuarterEnd(d("2022-09-30"))).toBe("2022-09-30");
    expect(lastCompletedQuarterEnd(d("2022-09-29"))).toBe("2022-06-30");
    expect(lastCompletedQuarterEnd(d("2022-01-15"))).toBe("2021-12-31");
  });

  it("lists month ends between two days, both included", () => {
    expect(listMonthEnds(d("2022-01-31"), d("2022-03-31"))).toEqual([
      "2022-01-31",
      "2022-02-28",
      "2022-03-31",
    ]);
    expect(listMonthEnds(d("2022-02-01"), d("2022-02-27"))).toEqual([]);
  });

  it("steps by months from a day without drifting after a short month", () => {
    expect(listMonthlySteps(d("2022-01-01"), d("2022-03-01"))).toEqual([
      "2022-01-01",
      "2022-02-01",
      "2022-03-01",
    ]);
    expect(listMonthlySteps(d("2022-01-30"), d("2022-03-30"))).toEqual([
      "2022-01-30",
      "2022-02-28",
      "2022-03-30",
    ]);
    expect(listMonthlySteps(d("2022-02-28"), d("2022-04-30"))).toEqual([
      "2022-02-28",
      "2022-03-31",
      "2022-04-30",
    ]);
    expect(listMonthlySteps(d("2022-02-28"), d("2022-02-27"))).toEqual([]);
  });
});

describe("today in the zone", () => {
  it("is tomorrow already when UTC still has the evening", () => {
    expect(todayInZone(() => Date.UTC(2022, 9, 31, 15, 59))).toBe("2022-10-31");
    expect(todayInZone(() => Date.UTC(2022, 9, 31, 16, 0))).toBe("2022-11-01");
    expect(civilInZone(new Date("2022-10-31T16:00:00Z"))).toBe("2022-11-01");
    expect(todayInZone(() => Date.UTC(2022, 9, 31, 16, 0), "America/Los_Angeles")).toBe("2022-10-31");
  });
});
