import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { computeCommitment, computeExpected, countOutcomes, listPathPoints, pickActual } from "./compute";
import type { Actual, CommitmentFact } from "./types";

const day = toCivil;
const jobs: CommitmentFact = {
  ...{ baselineValue: "0", baselineOn: day("2022-03-31"), targetValue: "500", targetOn: day("2022-12-31") },
  ...{ path: "LINEAR", steps: [], waivedOn: null },
};
const measured: Actual[] = [
  { on: day("2022-06-30"), value: "120" },
  { on: day("2022-09-30"), value: "310" },
  { on: day("2022-12-31"), value: "465" },
];
const on = (text: string, fact = jobs, values = measured) =>
  computeCommitment(fact, pickActual(values, day(text)), day(text));
const percent = (rate: number | null) => (rate === null ? "n/a" : `${(rate * 100).toFixed(1)}`);

describe("500 IT professionals from 31 March to 31 December 2022, 275 days", () => {
  it("on 30 June, after 91 days, 120 are 24.0 % where 165.5 were expected", () => {
    // 120 / 500 = 24.0 %; 500 × 91 / 275 = 165.4545…; 120 / 165.4545 = 72.5 %
    const june = on("2022-06-30");
    expect(june).toMatchObject({
      actual: "120",
      actualOn: "2022-06-30",
      expected: "165.4545",
      outcome: "OPEN",
    });
    expect([percent(june.attainment), Number(june.expected).toFixed(1), percent(june.pace)]).toEqual([
      "24.0",
      "165.5",
      "72.5",
    ]);
  });

  it("on 30 September, after 183 days, 310 are 62.0 % at a pace of 93.2 %", () => {
    // 310 / 500 = 62.0 %; 500 × 183 / 275 = 332.7272…; 310 / 332.7272 = 93.169 %
    const september = on("2022-09-30");
    expect(september).toMatchObject({ actual: "310", expected: "332.7273", outcome: "OPEN" });
    expect([percent(september.attainment), percent(september.pace)]).toEqual(["62.0", "93.2"]);
    expect(Number(september.expected).toFixed(1)).toBe("332.7");
  });

  it("on 31 December 465 are 93.0 %, partly met; 520 would be 104 %, met", () => {
    const december = on("2022-12-31");
    expect(december).toMatchObject({ expected: "500", attainment: 0.93, pace: 0.93, outcome: "PARTLY" });
    const more = on("2022-12-31", jobs, [{ on: day("2022-12-31"), value: "520" }]);
    expect(more).toMatchObject({ attainment: 1.04, outcome: "MET" });
  });

  it("is the baseline before anything was measured, and holds the path at its ends", () => {
    expect(on("2022-04-30")).toMatchObject({ actual: "0", actualOn: null, attainment: 0, pace: 0 });
    expect(on("2021-01-01")).toMatchObject({ expected: "0", pace: null, outcome: "OPEN" });
    expect(on("2030-01-01")).toMatchObject({ expected: "500", outcome: "PARTLY" });
  });
});

describe("outcomes after the due day", () => {
  const due = (value: string) => on("2022-12-31", jobs, [{ on: day("2022-12-31"), value }]).outcome;

  it("turn at exactly 80 % and 100 %", () => {
    // 399.9999 / 500 = 79.99998 %; 400 / 500 = 80 %; 499.9999 / 500 = 99.99998 %
    expect(["399.9999", "400", "499.9999", "500"].map(due)).toEqual(["NOT_MET", "PARTLY", "PARTLY", "MET"]);
  });

  it("are waived from the day of the decision on, and open before it is due", () => {
    const waived = { ...jobs, waivedOn: day("2022-11-01") };
    expect(["2022-10-31", "2022-11-01", "2023-01-01"].map((text) => on(text, waived).outcome)).toEqual([
      "OPEN",
      "WAIVED",
      "WAIVED",
    ]);
  });

  it("are none where target and baseline are one: nothing was to be moved", () => {
    const kept = { ...jobs, baselineValue: "500" };
    expect(on("2022-12-31", kept)).toMatchObject({ attainment: null, pace: null, outcome: "NONE" });
  });

  it("are counted", () => {
    expect(countOutcomes([{ outcome: "MET" }, { outcome: "OPEN" }, { outcome: "MET" }])).toMatchObject({
      ...{ MET: 2, OPEN: 1, NOT_MET: 0 },
    });
  });
});

it("a falling target is reached downwards: from 80 to 20, 35 is three quarters of the way", () => {
  // (35 − 80) / (20 − 80) = −45 / −60 = 75 %; half of the days: 80 − 60 × 1/2 = 50
  const energy = {
    ...jobs,
    ...{ baselineValue: "80", targetValue: "20", baselineOn: day("2022-01-01"), targetOn: day("2022-01-11") },
  };
  const values = [{ on: day("2022-01-06"), value: "35" }];
  expect(on("2022-01-06", energy, values)).toMatchObject({ expected: "50", attainment: 0.75, pace: 1.5 });
  expect(on("2022-01-11", energy, values)).toMatchObject({ attainment: 0.75, outcome: "NOT_MET" });
  expect(on("2022-01-11", energy, [{ on: day("2022-01-11"), value: "15" }])).toMatchObject({
    outcome: "MET",
  });
  // The other way: −10 / −60
  expect(on("2022-01-06", energy, [{ on: day("2022-01-06"), value: "90" }]).attainment).toBeCloseTo(
    -1 / 6,
    12,
  );
});

it("a stepped path expects its last step, then the target", () => {
  const stepped: CommitmentFact = {
    ...jobs,
    path: "STEPPED",
    steps: [
      { on: day("2022-09-30"), value: "300" },
      { on: day("2022-06-30"), value: "100.5" },
    ],
  };
  const expected = (text: string) => computeExpected(stepped, day(text));
  const days = ["2022-03-31", "2022-06-29", "2022-06-30", "2022-09-29", "2022-09-30", "2022-12-31"];
  expect(days.map(expected)).toEqual(["0", "0", "100.5", "100.5", "300", "500"]);
  expect(listPathPoints(stepped).map(({ on, value }) => `${on} ${value}`)).toEqual([
    ...["2022-03-31 0", "2022-06-30 0", "2022-06-30 100.5", "2022-09-30 100.5", "2022-09-30 300"],
    ...["2022-12-31 300", "2022-12-31 500"],
  ]);
  // 120 of the 100.5 that the last step asks for
  expect(on("2022-06-30", stepped)).toMatchObject({ pace: 120 / 100.5 });
});

describe("in every world", () => {
  const value = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => (n / 10_000).toFixed(4));
  const world = fc.record({
    baselineValue: value,
    targetValue: value,
    span: fc.integer({ min: 1, max: 4000 }),
    at: fc.integer({ min: -100, max: 4200 }),
    values: fc.array(fc.record({ on: fc.integer({ min: -50, max: 4100 }), value }), { maxLength: 8 }),
  });
  const start = day("2020-01-01");
  const build = (given: typeof world extends fc.Arbitrary<infer T> ? T : never) => ({
    fact: {
      ...jobs,
      ...{ baselineValue: given.baselineValue, targetValue: given.targetValue },
      ...{ baselineOn: start, targetOn: addDays(start, given.span) },
    },
    at: addDays(start, given.at),
    values: given.values.map((one) => ({ value: one.value, on: addDays(start, one.on) })),
  });
  const last = (values: Actual[], at: CivilDate) => pickActual(values, at);

  it("a linear path never leaves the span between baseline and target", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { fact, at } = build(given);
        const expected = Number(computeExpected(fact, at));
        const [low, high] = [Number(fact.baselineValue), Number(fact.targetValue)].sort((a, b) => a - b);
        return expected >= (low ?? 0) && expected <= (high ?? 0);
      }),
    );
  });

  it("turning every value upside down changes no share and no outcome", () => {
    const turn = (text: string) => (text.startsWith("-") ? text.slice(1) : `-${text}`);
    fc.assert(
      fc.property(world, (given) => {
        const { fact, at, values } = build(given);
        const upside = {
          ...fact,
          baselineValue: turn(fact.baselineValue),
          targetValue: turn(fact.targetValue),
        };
        const flipped = values.map((one) => ({ ...one, value: turn(one.value) }));
        const one = computeCommitment(fact, last(values, at), at);
        const other = computeCommitment(upside, last(flipped, at), at);
        expect([other.attainment ?? 0, other.pace ?? 0].map((n) => n + 0)).toEqual(
          [one.attainment ?? 0, one.pace ?? 0].map((n) => n + 0),
        );
        expect(other.outcome).toBe(one.outcome);
      }),
    );
  });

  it("the order of days in which values were written says nothing, and the target is the whole way", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { fact, at, values } = build(given);
        const once = [...new Map(values.map((one) => [one.on, one])).values()];
        expect(last(once.toReversed(), at)).toEqual(last(once, at));
        const reached = computeCommitment(fact, { on: at, value: fact.targetValue }, at);
        expect(reached.attainment).toBe(fact.targetValue === fact.baselineValue ? null : 1);
        return computeCommitment(fact, null, at).attainment !== 1;
      }),
    );
  });
});
