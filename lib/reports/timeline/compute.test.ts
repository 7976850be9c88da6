import { describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { computeStanding, computeTrend, driftOf } from "./compute";

const day = toCivil;
const open = {
  ...{
    id: "m",
    baseline: day("2022-06-30"),
    originalBaseline: day("2022-06-30"),
    forecast: null,
    actual: null,
  },
  ...{ done: false, overdue: false, weightShare: 0.05, slipDays: null, rag: "GREEN" },
};

describe("a milestone on the timeline", () => {
  it("is late when it is overdue or forecast behind its baseline, and not when it is done or cancelled", () => {
    const late = (given: object) => computeStanding({ ...open, ...given }, null).late;
    expect(late({})).toBe(false);
    expect(late({ overdue: true })).toBe(true);
    expect(late({ forecast: day("2022-07-01") })).toBe(true);
    expect(late({ forecast: day("2022-06-29") })).toBe(false);
    expect(late({ overdue: true, rag: "CANCELLED" })).toBe(false);
    expect(late({ forecast: day("2022-07-01"), actual: day("2022-07-01"), done: true })).toBe(false);
  });

  it("is critical when it turns its project red, or moves its finish", () => {
    const slipped = { ...open, forecast: day("2022-08-31"), slipDays: 62, rag: "RED" };
    const finish = day("2022-12-31");
    // 5 % of the weight, and not the last: late alone
    expect(computeStanding(slipped, finish)).toMatchObject({ late: true, critical: false });
    expect(computeStanding({ ...slipped, weightShare: 0.1 }, finish).critical).toBe(true);
    expect(computeStanding(slipped, day("2022-08-31")).critical).toBe(true);
    expect(computeStanding({ ...open, rag: "RED", weightShare: 0.5 }, finish).critical).toBe(false);
  });
});

describe("a trend", () => {
  const given = {
    ...{ id: "m", baselineOn: day("2022-06-30"), baselinedOn: day("2022-01-01"), actualOn: null },
    forecasts: [
      { on: day("2022-03-01"), expectedOn: day("2022-07-31") },
      { on: day("2022-04-01"), expectedOn: null },
      { on: day("2022-05-01"), expectedOn: day("2022-08-31") },
    ],
  };
  const told = (trend: ReturnType<typeof computeTrend>) =>
    trend.points.map(({ on, expectedOn }) => `${on} ${expectedOn}`);

  it("begins with the baseline and follows each forecast that names a day", () => {
    const trend = computeTrend(given);
    expect(told(trend)).toEqual(["2022-01-01 2022-06-30", "2022-03-01 2022-07-31", "2022-05-01 2022-08-31"]);
    // 30 June → 31 August
    expect(driftOf(trend)).toBe(62);
    expect(driftOf(computeTrend({ ...given, forecasts: [] }))).toBeNull();
  });

  it("ends on the 45° line, on the day it was done; what was said after that is left out", () => {
    expect(told(computeTrend({ ...given, actualOn: day("2022-04-15") }))).toEqual([
      "2022-01-01 2022-06-30",
      "2022-03-01 2022-07-31",
      "2022-04-15 2022-04-15",
    ]);
  });
});
