import { type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import { toRate, toScaled } from "@/lib/platform/money/hundredths";
import { toDayOffset } from "@/lib/reports/progress/day-offset";
import type {
  MilestoneFact,
  MilestoneProgress,
  MilestoneRag,
  ProjectStage,
  RagReason,
  Thresholds,
} from "@/lib/reports/progress/types";

const horizonOf = toDayOffset();

/** Weights have three decimal places; in thousandths they add up exactly. */
export function toWeight(milestone: MilestoneFact): number {
  return toScaled(milestone.weight, 3);
}

export function isCancelled({ cancelledOn }: { cancelledOn: CivilDate | null }, on: CivilDate): boolean {
  return cancelledOn !== null && cancelledOn <= on;
}

/** Done on a day when its actual date has come; p is 1 then, else 0. */
export function isDone(milestone: MilestoneFact, on: CivilDate): boolean {
  return milestone.actual !== null && milestone.actual <= on;
}

/**
 * Overdue: not done, and its baseline lies before the day. The baseline and not the forecast, as in planned
 * progress: a promise is overdue when its day has passed, however often the forecast moves on.
 */
function isOverdue(milestone: MilestoneFact, on: CivilDate): boolean {
  return !isDone(milestone, on) && milestone.baseline < on;
}

/** When it was or will be done, by what is known: actual, else forecast, else baseline. */
export function getExpectedOn(milestone: MilestoneFact, on: CivilDate): CivilDate {
  if (isDone(milestone, on) && milestone.actual !== null) return milestone.actual;
  return milestone.forecast ?? milestone.baseline;
}

/**
 * One milestone on a day. RAG: done or cancelled; red when overdue, or forecast more than 30 days behind the
 * baseline; amber when forecast 1–30 days behind, or the baseline falls within 7 days; else grey while the
 * project has not begun (proposed or approved), else green. Of a cancelled project nothing is owed any more: what
 * is not done is grey, neither overdue nor coming.
 */
export function computeMilestone(
  milestone: MilestoneFact,
  stage: ProjectStage,
  totalWeight: number,
  on: CivilDate,
  thresholds: Thresholds,
): MilestoneProgress {
  const cancelled = isCancelled(milestone, on);
  const done = isDone(milestone, on);
  const open = !cancelled && !done && stage !== "CANCELLED";
  const reasons = open ? listMilestoneReasons(milestone, on, thresholds) : [];
  const overdue = open && isOverdue(milestone, on);
  const by = horizonOf(on, thresholds.upcomingDays);
  const isNear = (date: CivilDate | null) => date !== null && date >= on && date <= by;
  const known = done ? milestone.actual : milestone.forecast;
  return {
    id: milestone.id,
    weight: milestone.weight,
    weightShare: cancelled ? null : toRate(toWeight(milestone), totalWeight),
    originalBaseline: milestone.originalBaseline,
    baseline: milestone.baseline,
    forecast: milestone.forecast,
    actual: done ? milestone.actual : null,
    done,
    overdue,
    upcoming: open && !overdue && (isNear(milestone.baseline) || isNear(milestone.forecast)),
    slipDays: known === null ? null : daysBetween(milestone.baseline, known),
    rag: toRag(cancelled, done, reasons, stage),
    reasons,
  };
}

/** Not begun, or given up. */
const idle: ProjectStage[] = ["PROPOSED", "APPROVED", "CANCELLED"];

function toRag(cancelled: boolean, done: boolean, reasons: RagReason[], stage: ProjectStage): MilestoneRag {
  if (cancelled) return "CANCELLED";
  if (done) return "DONE";
  if (reasons.some(({ level }) => level === "RED")) return "RED";
  if (reasons.some(({ level }) => level === "AMBER")) return "AMBER";
  return idle.includes(stage) ? "GREY" : "GREEN";
}

function listMilestoneReasons(milestone: MilestoneFact, on: CivilDate, thresholds: Thresholds): RagReason[] {
  const { id: milestoneId, baseline, forecast } = milestone;
  const reasons: RagReason[] = [];
  const daysLeft = daysBetween(on, baseline);
  if (isOverdue(milestone, on)) {
    reasons.push({ code: "MILESTONE_OVERDUE", level: "RED", milestoneId, params: { days: -daysLeft } });
  } else if (daysLeft <= thresholds.dueSoonDays) {
    reasons.push({ code: "MILESTONE_DUE_SOON", level: "AMBER", milestoneId, params: { days: daysLeft } });
  }
  const slip = forecast === null ? 0 : daysBetween(baseline, forecast);
  if (slip > 0) {
    const level = slip > thresholds.redForecastDays ? "RED" : "AMBER";
    reasons.push({ code: "FORECAST_LATE", level, milestoneId, params: { days: slip } });
  }
  return reasons;
}
