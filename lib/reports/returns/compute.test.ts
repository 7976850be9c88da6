import fc from "fast-check";
import { expect, it } from "vitest";
import { computeRound, sumReturns } from "./compute";
import type { ReturnFact } from "./types";

const fact = (given: Partial<ReturnFact>): ReturnFact => ({
  ...{ id: "r", state: "NOT_STARTED", exemption: null, inTime: null, known: null, declared: null },
  ...given,
});
const times = (n: number, given: Partial<ReturnFact>) => Array.from({ length: n }, () => fact(given));

it("412 firms, 8 of them out of scope: response, punctuality and coverage are three numbers", () => {
  const figures = computeRound(
    sumReturns([
      ...times(5, { state: "EXEMPT", exemption: "REGISTERED_ONLY" }),
      ...times(3, { state: "EXEMPT", exemption: "PUBLIC_BODY" }),
      // 370 × 7 + 278 = 2,868 known; 370 × 7 + 315 = 2,905 declared
      fact({ state: "ACCEPTED", inTime: true, known: 278, declared: 315 }),
      ...times(370, { state: "ACCEPTED", inTime: true, known: 7, declared: 7 }),
      ...times(14, { state: "ACCEPTED", inTime: false, known: 0, declared: 0 }),
      // 18 × 8 = 144
      ...times(18, { state: "ESTIMATED", known: 8 }),
      fact({ state: "ESTIMATED" }),
    ]),
  );
  // 412 − 5 − 3 = 404; 371 + 14 = 385
  expect(figures).toMatchObject({
    all: 412,
    inScope: 404,
    usable: 385,
    onTime: 371,
    late: 14,
    estimated: 19,
  });
  // 385 / 404 = 95.297…, 371 / 404 = 91.831…, 2,868 / 3,012 = 95.219…
  expect(percent(figures.responseRate)).toBe("95.30");
  expect(percent(figures.onTimeRate)).toBe("91.83");
  expect([figures.knownOfUsable, figures.known, percent(figures.coverageRate)]).toEqual([
    2868,
    3012,
    "95.22",
  ]);
  // 2,905 + 144 = 3,049; 144 / 3,049 = 4.722…
  expect([figures.acceptedPeople, figures.carriedPeople, figures.people]).toEqual([2905, 144, 3049]);
  expect(percent(figures.estimatedShare)).toBe("4.72");
});

it("a round that asks nobody divides by nothing", () => {
  expect(computeRound(sumReturns(times(2, { state: "EXEMPT", exemption: "OTHER" })))).toMatchObject({
    ...{ inScope: 0, responseRate: null, onTimeRate: null, coverageRate: null, estimatedShare: null },
  });
});

it("parts sum to the whole, whatever the order", () => {
  const states = [
    "NOT_STARTED",
    "DRAFT",
    "SUBMITTED",
    "RETURNED",
    "ACCEPTED",
    "EXEMPT",
    "ESTIMATED",
  ] as const;
  const any = fc.record({
    state: fc.constantFrom(...states),
    inTime: fc.option(fc.boolean()),
    known: fc.option(fc.integer({ min: 0, max: 500 })),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (given) => {
      const facts = given.map((one) =>
        fact({
          ...one,
          exemption: one.state === "EXEMPT" ? "OTHER" : null,
          declared: one.state === "ACCEPTED" ? 3 : null,
        }),
      );
      const sums = sumReturns(facts);
      const { notStarted, draft, submitted, returned, accepted, estimated } = sums;
      expect(notStarted + draft + submitted + returned + accepted + estimated).toBe(sums.inScope);
      expect(submitted + accepted).toBe(sums.usable);
      expect(sums.onTime + sums.late).toBeLessThanOrEqual(sums.usable);
      expect(sums.inScope + sums.exemptOther).toBe(sums.all);
      expect(sumReturns(facts.toReversed())).toEqual(sums);
    }),
  );
});

const percent = (rate: number | null) => ((rate ?? 0) * 100).toFixed(2);
