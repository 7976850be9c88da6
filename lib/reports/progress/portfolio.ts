import { type CivilDate, toDayNumber } from "@/lib/platform/dates/civil";
import { DEFAULT_THRESHOLDS, type ProjectStage, type Rag } from "@/lib/reports/progress/types";

/**
 * A portfolio over many days, in plain numbers: days since 1970-01-01, weights in thousandths. compute.ts says the
 * same of one project with all its reasons; a property test holds the two together. Thousands of projects on two
 * dozen days are a million milestones, for which nothing may be allocated each.
 */

/** A value as reported on a day, sorted by that day. */
export type Reported = { on: number; value: number | null }[];

export interface MilestoneNumbers {
  weight: number;
  baseline: number;
  forecast: number | null;
  actual: number | null;
  cancelledOn: number | null;
  /** Done, at whatever day, and neither words nor a file show it. */
  unshown: boolean;
  baselines: Reported;
  forecasts: Reported;
}

export interface ProjectNumbers {
  id: string;
  stage: ProjectStage;
  cancelledOn: number | null;
  recordedOn: number;
  /** Days of any word or deed, sorted. */
  activity: number[];
  milestones: MilestoneNumbers[];
}

/** Counts of a day over the projects that were not cancelled by then: nothing that names one. */
export interface PortfolioPoint {
  asOf: CivilDate;
  projects: number;
  rags: Record<Rag, number>;
  /** Milestones in all, due by their baseline, done, and done of those due. */
  milestones: number;
  due: number;
  done: number;
  dueDone: number;
  /** Done, and nothing shows it. */
  unshown: number;
  overdue: number;
  upcoming: number;
  /** Overdue by more than 30 days. */
  late: number;
  /** Without a word for 30 days. */
  silent: number;
}

/** What a portfolio has of one project on a day. */
export interface Tally extends Omit<PortfolioPoint, "asOf" | "projects" | "rags"> {
  rag: Rag;
  /** Of its open milestones, the earliest baseline of one overdue, and of one that comes. */
  firstOverdue: number;
  firstUpcoming: number;
}

export function computePortfolioPoint(projects: ProjectNumbers[], asOf: CivilDate): PortfolioPoint {
  const on = toDayNumber(asOf);
  const rags: Record<Rag, number> = { RED: 0, AMBER: 0, GREY: 0, GREEN: 0 };
  const none = {
    milestones: 0,
    due: 0,
    done: 0,
    dueDone: 0,
    unshown: 0,
    overdue: 0,
    upcoming: 0,
    late: 0,
    silent: 0,
  };
  const point: PortfolioPoint = { asOf, projects: 0, rags, ...none };
  for (const project of projects) {
    if (isCancelledOn(project, on)) continue;
    const tally = tallyProject(project, on);
    point.projects += 1;
    rags[tally.rag] += 1;
    point.milestones += tally.milestones;
    point.due += tally.due;
    point.done += tally.done;
    point.dueDone += tally.dueDone;
    point.unshown += tally.unshown;
    point.overdue += tally.overdue;
    point.upcoming += tally.upcoming;
    point.late += tally.late;
    point.silent += tally.silent;
  }
  return point;
}

/** Where a project stands on a day: its colour, and the earliest baseline of its milestones overdue, and coming, if any. */
export interface Standing extends Pick<Tally, "rag" | "firstOverdue" | "firstUpcoming"> {
  id: string;
}

/** The order in which colours are read. */
export const GRAVEST: Record<Rag, number> = { RED: 0, AMBER: 1, GREY: 2, GREEN: 3 };

/** The projects, the gravest first; of equals, in the order in which they came. */
export function rankProjects(projects: ProjectNumbers[], asOf: CivilDate): Standing[] {
  const on = toDayNumber(asOf);
  const standings = projects.map((project): Standing => {
    const { id } = project;
    if (isCancelledOn(project, on))
      return { id, rag: "GREY", firstOverdue: Infinity, firstUpcoming: Infinity };
    const { rag, firstOverdue, firstUpcoming } = tallyProject(project, on);
    return { id, rag, firstOverdue, firstUpcoming };
  });
  return standings.sort((a, b) => GRAVEST[a.rag] - GRAVEST[b.rag]);
}

/** The ids of as many projects as have the earliest such milestones; none without any. */
export function takeFirst(
  standings: Standing[],
  which: "firstOverdue" | "firstUpcoming",
  count: number,
): string[] {
  return standings
    .filter((standing) => standing[which] !== Infinity)
    .sort((a, b) => a[which] - b[which])
    .slice(0, count)
    .map(({ id }) => id);
}

/** rag.ts, toStageOn: a project that was cancelled later was not yet; without a date it always was. */
export function isCancelledOn({ stage, cancelledOn }: ProjectNumbers, on: number): boolean {
  return stage === "CANCELLED" && (cancelledOn === null || cancelledOn <= on);
}

/** A project on a day. */
export function tallyProject(project: ProjectNumbers, on: number): Tally {
  const limits = DEFAULT_THRESHOLDS;
  // A plain literal: spread objects made this pass ten times as slow.
  const tally: Tally = {
    rag: "GREEN",
    milestones: 0,
    due: 0,
    done: 0,
    dueDone: 0,
    unshown: 0,
    overdue: 0,
    upcoming: 0,
    late: 0,
    silent: isSilent(project, on) ? 1 : 0,
    firstOverdue: Infinity,
    firstUpcoming: Infinity,
  };
  let total = 0;
  let weightDone = 0;
  let planned = 0;
  let heaviestRed = 0;
  let amber = false;
  for (const milestone of project.milestones) {
    if (milestone.cancelledOn !== null && milestone.cancelledOn <= on) continue;
    const { weight, actual } = milestone;
    const baseline = knownOn(milestone.baselines, on) ?? milestone.baseline;
    const done = actual !== null && actual <= on;
    const due = baseline <= on;
    tally.milestones += 1;
    total += weight;
    if (due) planned += weight;
    if (due) tally.due += 1;
    if (done) {
      weightDone += weight;
      tally.done += 1;
      if (due) tally.dueDone += 1;
      if (milestone.unshown) tally.unshown += 1;
      continue;
    }
    const { forecasts } = milestone;
    const forecast = forecasts.length > 0 ? knownOn(forecasts, on) : milestone.forecast;
    const slip = forecast === null ? 0 : forecast - baseline;
    const overdue = baseline < on;
    if (overdue || slip > limits.redForecastDays) heaviestRed = Math.max(heaviestRed, weight);
    if (slip > 0 || (!overdue && baseline - on <= limits.dueSoonDays)) amber = true;
    const by = on + limits.upcomingDays;
    if (overdue) {
      tally.overdue += 1;
      if (baseline < on - limits.redForecastDays) tally.late += 1;
      tally.firstOverdue = Math.min(tally.firstOverdue, baseline);
    } else if (baseline <= by || (forecast !== null && forecast >= on && forecast <= by)) {
      tally.upcoming += 1;
      tally.firstUpcoming = Math.min(tally.firstUpcoming, baseline);
    }
  }
  const points = total === 0 ? null : ((weightDone - planned) * 100) / total;
  const red = heaviestRed > 0 && heaviestRed / total >= limits.redWeightShare;
  if (red || (points !== null && points < limits.redVariancePoints)) tally.rag = "RED";
  else if (amber || heaviestRed > 0 || (points !== null && points < limits.amberVariancePoints))
    tally.rag = "AMBER";
  else if (tally.silent > 0 || points === null) tally.rag = "GREY";
  return tally;
}

/** rag.ts, listSilence: the record is 30 days old or more, and in the 30 days to the day there was no word. */
function isSilent({ stage, recordedOn, activity }: ProjectNumbers, on: number): boolean {
  const since = on - DEFAULT_THRESHOLDS.silentDays;
  if (stage === "DELIVERED" || recordedOn > since) return false;
  let at = activity.length - 1;
  while (at >= 0 && (activity[at] ?? 0) > on) at -= 1;
  return at < 0 || (activity[at] ?? 0) <= since;
}

/** known.ts, getKnown, of changes sorted by the day of their report. */
function knownOn(changes: Reported, on: number): number | null {
  if (changes.length === 0) return null;
  let at = changes.length - 1;
  while (at > 0 && (changes[at]?.on ?? 0) > on) at -= 1;
  return changes[at]?.value ?? null;
}
