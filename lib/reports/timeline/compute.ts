import { type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import { DEFAULT_THRESHOLDS } from "@/lib/reports/progress/types";

type Milestone = {
  id: string;
  baseline: CivilDate;
  originalBaseline: CivilDate;
  forecast: CivilDate | null;
  actual: CivilDate | null;
  done: boolean;
  overdue: boolean;
  weightShare: number | null;
  slipDays: number | null;
  rag: string;
};

export interface TimelineStanding {
  /** When it was or will be done: actual, else forecast, else baseline. */
  expectedOn: CivilDate;
  /** Days from the baseline to that day; null for a milestone that nobody has forecast. */
  slipDays: number | null;
  /** Open, and overdue or forecast behind its baseline. */
  late: boolean;
  /** Late, and what its project's colour or finish hangs on. */
  critical: boolean;
}

/**
 * A milestone on the timeline. Late: not done, and overdue or forecast later than its baseline. Critical: late, and
 * either red with 10 % of its project's weight or more (what turns the project red), or expected on the day on which
 * the project finishes (what moves its finish). `finishOn` is the project's, as its progress has it.
 */
export function computeStanding(
  milestone: Milestone,
  finishOn: CivilDate | null,
  share: number = DEFAULT_THRESHOLDS.redWeightShare,
): TimelineStanding {
  const expectedOn = milestone.actual ?? milestone.forecast ?? milestone.baseline;
  const slips = milestone.forecast !== null && milestone.forecast > milestone.baseline;
  const late = !milestone.done && milestone.rag !== "CANCELLED" && (milestone.overdue || slips);
  const heavy = milestone.rag === "RED" && (milestone.weightShare ?? 0) >= share;
  return {
    expectedOn,
    slipDays: milestone.slipDays,
    late,
    critical: late && (heavy || expectedOn === finishOn),
  };
}

export interface TrendLine {
  id: string;
  /** By the day of reporting; the last one is the day it was done, where it was. */
  points: { on: CivilDate; expectedOn: CivilDate }[];
}

/**
 * What was expected of a milestone on each day that somebody said so: first its baseline, then each forecast, at last
 * the day it was done. A level line keeps its word, a rising one slips, and where it meets the 45° line it is done.
 */
export function computeTrend(given: {
  id: string;
  baselineOn: CivilDate;
  baselinedOn: CivilDate;
  forecasts: { on: CivilDate; expectedOn: CivilDate | null }[];
  actualOn: CivilDate | null;
}): TrendLine {
  const said = new Map<CivilDate, CivilDate>([[given.baselinedOn, given.baselineOn]]);
  for (const { on, expectedOn } of given.forecasts) if (expectedOn) said.set(on, expectedOn);
  if (given.actualOn) {
    for (const on of said.keys()) if (on > given.actualOn) said.delete(on);
    said.set(given.actualOn, given.actualOn);
  }
  const points = [...said].map(([on, expectedOn]) => ({ on, expectedOn }));
  return { id: given.id, points: points.sort((a, b) => (a.on < b.on ? -1 : 1)) };
}

/** Days by which the last word is later than the first; null where there is one word only. */
export function driftOf({ points }: TrendLine): number | null {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && points.length > 1 ? daysBetween(first.expectedOn, last.expectedOn) : null;
}
