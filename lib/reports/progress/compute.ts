import { type CivilDate, daysBetween, maxDate } from "@/lib/platform/dates/civil";
import { toRate } from "@/lib/platform/money/hundredths";
import {
  computeMilestone,
  getExpectedOn,
  isCancelled,
  isDone,
  toWeight,
} from "@/lib/reports/progress/milestones";
import { computeProjectRag, toStageOn } from "@/lib/reports/progress/rag";
import {
  DEFAULT_THRESHOLDS,
  type MilestoneFact,
  type ProjectFact,
  type ProjectProgress,
  type Rag,
  type Thresholds,
} from "@/lib/reports/progress/types";

/**
 * A project on a day. Progress is the done part of the weight of all milestones not cancelled, planned the part
 * whose baseline has come; variance is their difference in points, SPI their quotient. Finish slip is in days,
 * last expected finish less last baseline, because SPI returns to 1 on projects that are late.
 */
export function computeProjectProgress(
  project: ProjectFact,
  on: CivilDate,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): ProjectProgress {
  const counted = project.milestones.filter((milestone) => !isCancelled(milestone, on));
  const total = sumWeights(counted);
  const done = sumWeights(counted.filter((milestone) => isDone(milestone, on)));
  const planned = sumWeights(counted.filter(({ baseline }) => baseline <= on));
  const variance = toRate((done - planned) * 100, total);
  const stage = toStageOn(project, on);
  const milestones = project.milestones.map((milestone) =>
    computeMilestone(milestone, stage, total, on, thresholds),
  );
  const finishOn = latest(counted.map((milestone) => getExpectedOn(milestone, on)));
  return {
    id: project.id,
    progress: toRate(done, total),
    planned: toRate(planned, total),
    variancePoints: variance,
    spi: toRate(done, planned),
    finishSlipDays: slip(latest(counted.map(({ baseline }) => baseline)), finishOn),
    originalFinishSlipDays: slip(latest(counted.map(({ originalBaseline }) => originalBaseline)), finishOn),
    finishOn,
    ...computeProjectRag(project, milestones, variance, on, thresholds),
    milestones,
  };
}

/** How many projects have which colour, and the milestones that are overdue or come up, over many projects. */
export function computePortfolio(projects: ProjectProgress[]) {
  const rags: Record<Rag, number> = { RED: 0, AMBER: 0, GREY: 0, GREEN: 0 };
  for (const { rag } of projects) rags[rag] += 1;
  const milestones = projects.flatMap(({ id, milestones }) =>
    milestones.map((milestone) => ({ projectId: id, ...milestone })),
  );
  return {
    projects: projects.length,
    rags,
    overdue: milestones.filter(({ overdue }) => overdue),
    upcoming: milestones.filter(({ upcoming }) => upcoming),
  };
}

function sumWeights(milestones: MilestoneFact[]): number {
  return milestones.reduce((sum, milestone) => sum + toWeight(milestone), 0);
}

function latest([first, ...rest]: CivilDate[]): CivilDate | null {
  return first === undefined ? null : maxDate(first, ...rest);
}

function slip(from: CivilDate | null, to: CivilDate | null): number | null {
  return from === null || to === null ? null : daysBetween(from, to);
}
