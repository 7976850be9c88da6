import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, toCivil, toDayNumber } from "@/lib/platform/dates/civil";
import { toScaled } from "@/lib/platform/money/hundredths";
import { computePortfolio, computeProjectProgress } from "@/lib/reports/progress/compute";
import { addUpCourses, rankCourses, toCourse, toPortfolioPoint } from "@/lib/reports/progress/course";
import { countMilestones, type ProjectHistory, toProjectFact } from "@/lib/reports/progress/history";
import { isCancelled, isDone } from "@/lib/reports/progress/milestones";
import {
  computePortfolioPoint,
  type PortfolioPoint,
  type ProjectNumbers,
  rankProjects,
  takeFirst,
} from "@/lib/reports/progress/portfolio";
import { toStageOn } from "@/lib/reports/progress/rag";
import type { DatedChange } from "@/lib/reports/progress/types";

const FIRST = toCivil("2022-01-01");
const day = fc.integer({ min: 0, max: 260 }).map((n) => addDays(FIRST, n));
const maybe = fc.option(day, { nil: null });
const reported = <T>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(fc.record({ reportedOn: day, value }), {
    maxLength: 3,
    selector: ({ reportedOn }) => reportedOn,
  });

const anyHistory = fc
  .record({
    stage: fc.constantFrom("PROPOSED", "APPROVED", "ACTIVE", "ACTIVE", "DELIVERED", "CANCELLED"),
    cancelledOn: maybe,
    createdOn: day,
    updatesOn: fc.array(day, { maxLength: 3 }),
    milestones: fc.array(
      fc.record({
        id: fc.uuid(),
        weight: fc.constantFrom("1", "0.5", "2.125", "9", "0.1"),
        originalBaseline: day,
        baseline: day,
        forecast: maybe,
        actual: maybe,
        cancelledOn: fc.option(day, { freq: 1, nil: null }),
        shown: fc.boolean(),
        baselines: reported(day),
        forecasts: reported(maybe),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ milestones, stage, ...fields }): ProjectHistory => {
    const names = { code: "P", titleZh: null, titleEn: null, cluster: "OTHER", parkId: null };
    const none = { park: null, parkZh: null, parkEn: null, leadId: null, leadZh: null, leadEn: null };
    const steps = milestones.map((one) => ({ ...one, titleZh: null, titleEn: null, noEvidenceReason: null }));
    return { id: "p", ...names, ...none, ...fields, stage, milestones: steps };
  });

const toDay = (date: CivilDate | null) => (date === null ? null : toDayNumber(date));
const toReported = (changes: DatedChange<CivilDate | null>[]) =>
  changes
    .map(({ reportedOn, value }) => ({ on: toDayNumber(reportedOn), value: toDay(value) }))
    .sort((a, b) => a.on - b.on);

/** The numbers of a project, as the query writes them. */
function toNumbers(project: ProjectHistory): ProjectNumbers {
  const fact = toProjectFact(project, FIRST);
  return {
    ...{ id: project.id, stage: project.stage, cancelledOn: toDay(project.cancelledOn) },
    recordedOn: toDayNumber(fact.recordedOn),
    activity: fact.activityOn.map(toDayNumber).sort((a, b) => a - b),
    milestones: project.milestones.map((milestone) => ({
      weight: toScaled(milestone.weight, 3),
      baseline: toDayNumber(milestone.baseline),
      forecast: toDay(milestone.forecast),
      actual: toDay(milestone.actual),
      cancelledOn: toDay(milestone.cancelledOn),
      unshown: !milestone.shown,
      baselines: toReported(milestone.baselines),
      forecasts: toReported(milestone.forecasts),
    })),
  };
}

/** The same point by way of each project's own progress with all its reasons. */
function toPoint(histories: ProjectHistory[], asOf: CivilDate): PortfolioPoint {
  const live = histories
    .map((project) => toProjectFact(project, asOf))
    .filter((project) => toStageOn(project, asOf) !== "CANCELLED");
  const computed = live.map((project) => computeProjectProgress(project, asOf));
  const { projects, rags, overdue, upcoming } = computePortfolio(computed);
  const all = histories.flatMap(({ milestones }) => milestones);
  const unshown = new Set(all.filter(({ shown }) => !shown).map(({ id }) => id));
  const lateBefore = addDays(asOf, -30);
  return {
    ...{ asOf, projects, rags, ...countMilestones(live, asOf) },
    ...{ overdue: overdue.length, upcoming: upcoming.length },
    unshown: live
      .flatMap(({ milestones }) => milestones.filter((one) => isDone(one, asOf) && !isCancelled(one, asOf)))
      .filter(({ id }) => unshown.has(id)).length,
    late: overdue.filter(({ baseline }) => baseline < lateBefore).length,
    silent: computed.filter(({ ragReasons }) => ragReasons.some(({ code }) => code === "SILENT")).length,
  };
}

describe("a portfolio in numbers", () => {
  it("is that of its projects one by one, on any day", () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 4 }), day, (histories, on) => {
        expect(computePortfolioPoint(histories.map(toNumbers), on)).toEqual(toPoint(histories, on));
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts as many overdue and coming as the lists of all projects have rows, the cancelled among them", () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 4 }), day, (histories, on) => {
        const rows = histories.flatMap(
          (history) => computeProjectProgress(toProjectFact(history, on), on).milestones,
        );
        const { overdue, upcoming } = computePortfolioPoint(histories.map(toNumbers), on);
        expect(rows.filter((row) => row.overdue)).toHaveLength(overdue);
        expect(rows.filter((row) => row.upcoming)).toHaveLength(upcoming);
      }),
      { numRuns: 2_000 },
    );
  });

  it("ranks projects as their own progress does", () => {
    fc.assert(
      fc.property(anyHistory, day, (history, on) => {
        const [standing] = rankProjects([toNumbers(history)], on);
        const { rag, milestones } = computeProjectProgress(toProjectFact(history, on), on);
        const first = (which: "overdue" | "upcoming") =>
          Math.min(...milestones.filter((one) => one[which]).map(({ baseline }) => toDayNumber(baseline)));
        expect(standing).toEqual({
          ...{ id: "p", rag, firstOverdue: first("overdue"), firstUpcoming: first("upcoming") },
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it("is what the courses of its projects add up to, from long before to long after", () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 4 }), fc.nat({ max: 4 }), (histories, half) => {
        const projects = histories.map((history, i) => ({ ...toNumbers(history), id: `p${i}` }));
        const courses = projects.map(({ id, ...project }) => ({ id, course: toCourse({ id, ...project }) }));
        const parts = [courses.slice(0, half), courses.slice(half)].map((some) =>
          addUpCourses(some.map(({ course }) => course)),
        );
        // Every day: a turn that was overlooked would show on the very day after it.
        for (let n = -140; n < 440; n += 1) {
          const on = addDays(FIRST, n);
          expect(toPortfolioPoint(parts, on)).toEqual(computePortfolioPoint(projects, on));
          expect(rankCourses(courses, on)).toEqual(rankProjects(projects, on));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("takes the gravest first, and the projects with the earliest milestones", () => {
    const project = (id: string, ...baselines: string[]): ProjectNumbers => ({
      ...{ id, stage: "ACTIVE", cancelledOn: null, recordedOn: 0, activity: [toDayNumber(FIRST)] },
      milestones: baselines.map((text) => ({
        ...{ weight: 1000, baseline: toDayNumber(toCivil(text)), forecast: null, actual: null },
        ...{ cancelledOn: null, unshown: false, baselines: [], forecasts: [] },
      })),
    });
    // On 1 January: overdue since 20 and 1 December; due on 1 March
    const all = [
      project("fine", "2022-03-01"),
      project("late", "2021-12-20"),
      project("later", "2021-12-01"),
    ];
    const ranked = rankProjects(all, FIRST);
    expect(ranked.map(({ id, rag }) => `${id} ${rag}`)).toEqual(["late RED", "later RED", "fine GREEN"]);
    expect(takeFirst(ranked, "firstOverdue", 1)).toEqual(["later"]);
    expect(takeFirst(ranked, "firstUpcoming", 9)).toEqual(["fine"]);
  });
});
