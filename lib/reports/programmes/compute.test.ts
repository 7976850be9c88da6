import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { computeProgramme } from "./compute";
import type { CohortFact, ProgrammeFact } from "./types";

const d = (text: string) => toCivil(text);

function cohort(year: number, counts: Partial<CohortFact> = {}): CohortFact {
  return {
    ...{ year, path: null, planned: 0, enrolled: 0, completed: 0, dropped: 0, placed: 0, source: null },
    reportedOn: d(`${year}-12-31`),
    ...counts,
  };
}

/** 3,000 people over 2023–2032, as the issue has it. */
const talents = (cohorts: CohortFact[]): ProgrammeFact => ({
  ...{ id: "p", target: 3000, firstYear: 2023, lastYear: 2032 },
  cohorts,
});
const reported = [
  cohort(2023, { planned: 250, enrolled: 231, completed: 0 }),
  cohort(2024, { planned: 300, enrolled: 287, completed: 212 }),
];

describe("3,000 talents over ten years, two of them reported", () => {
  it("has trained 212, 7.07 % of the target, where the path expects 600: far below", () => {
    const figures = computeProgramme(talents(reported), d("2024-12-31"));
    // 0 + 212 = 212; 212 / 3,000 = 0.070666…
    expect(figures.trained).toBe(212);
    expect(figures.attainment).toBeCloseTo(0.070667, 6);
    expect(((figures.attainment ?? 0) * 100).toFixed(2)).toBe("7.07");
    // 3,000 / 10 = 300 a year; two years: 600; 600 / 3,000 = 20 %
    expect([figures.pathYear, figures.expected, figures.path]).toEqual([2024, 600, 0.2]);
    // 212 / 600 = 35.3 %, below 80 %
    expect(figures.pace).toBeCloseTo(0.3533, 4);
    expect(figures.rag).toBe("RED");
    expect(figures.reasons.map(({ code }) => code)).toEqual(["FAR_BELOW"]);
  });

  it("has 518 enrolled beside them, never added", () => {
    const figures = computeProgramme(talents(reported), d("2024-12-31"));
    // 231 + 287 = 518; 250 + 300 = 550
    expect([figures.enrolled, figures.planned, figures.trained]).toEqual([518, 550, 212]);
  });

  it("is compared with the path of the years that are reported, and says which are not", () => {
    // On 27 Nov 2026 the years to 2025 have ended; 2025 has no report 90 days after its end, and the path stays at 600.
    const figures = computeProgramme(talents(reported), d("2026-11-27"));
    expect([figures.pathYear, figures.expected]).toEqual([2024, 600]);
    expect(figures.reasons).toMatchObject([{ code: "FAR_BELOW" }, { code: "UNREPORTED", year: 2025 }]);
    // 2025-12-31 + 90 days = 2026-03-31: that day is still in time.
    const inTime = computeProgramme(talents(reported), d("2026-03-31"));
    expect(inTime.reasons.map(({ code }) => code)).toEqual(["FAR_BELOW"]);
  });

  it("does not expect a year that has not ended, though some of its people have completed", () => {
    const early = [...reported.slice(0, 1), cohort(2024, { completed: 150, reportedOn: d("2024-06-30") })];
    const figures = computeProgramme(talents(early), d("2024-06-30"));
    // 150 of the 300 expected by the end of 2023: 50 %
    expect([figures.trained, figures.expected, figures.pace]).toEqual([150, 300, 0.5]);
  });
});

describe("the path", () => {
  it("takes the steps that years name, and shares what is left evenly", () => {
    const named = [cohort(2023, { path: 100, completed: 100 }), cohort(2024, { completed: 322 })];
    const figures = computeProgramme(talents(named), d("2024-12-31"));
    // 100, then (3,000 − 100) / 9 = 322.22…
    expect(figures.expected).toBeCloseTo(422.2222, 4);
    // It ends at the target whatever the steps: 100 + 9 × 322.22… = 3,000
    expect(figures.years.at(-1)?.expected).toBe(3000);
  });

  it("is green on it, amber just below, red below 80 % of it", () => {
    const rag = (completed: number) =>
      computeProgramme(talents([cohort(2023, { completed })]), d("2023-12-31")).rag;
    // 300 expected; 80 % of it is 240
    expect([300, 299, 240, 239].map(rag)).toEqual(["GREEN", "AMBER", "AMBER", "RED"]);
  });

  it("asks nothing of a programme before its first year has ended", () => {
    const figures = computeProgramme(talents([]), d("2022-11-01"));
    expect(figures).toMatchObject({
      trained: 0,
      attainment: 0,
      path: 0,
      pace: null,
      rag: "GREY",
      pathYear: null,
    });
    expect(figures.reasons).toEqual([{ code: "NOTHING_DUE" }]);
  });

  it("never falls, ends at the target, and does not care for the order of the cohorts", () => {
    const counts = fc.record({
      path: fc.option(fc.integer({ min: 0, max: 250 })),
      completed: fc.integer({ min: 0, max: 500 }),
      enrolled: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 9 }), (years) => {
        const cohorts = years.map((year, n) => cohort(2023 + n, year));
        const figures = computeProgramme(talents(cohorts), d("2032-12-31"));
        const expected = figures.years.map((year) => year.expected);
        expect([...expected].sort((a, b) => a - b)).toEqual(expected);
        expect(expected.at(-1)).toBeCloseTo(3000, 6);
        expect(figures.trained).toBe(years.reduce((sum, { completed }) => sum + completed, 0));
        expect(computeProgramme(talents(cohorts.toReversed()), d("2032-12-31"))).toEqual(figures);
      }),
    );
  });
});
