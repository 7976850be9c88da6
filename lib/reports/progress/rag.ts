import { type CivilDate, daysBetween, maxDate } from "@/lib/platform/dates/civil";
import { toDayOffset } from "@/lib/reports/progress/day-offset";
import type {
  MilestoneProgress,
  ProjectFact,
  ProjectProgress,
  ProjectStage,
  RagReason,
  Thresholds,
} from "@/lib/reports/progress/types";

const silentSince = toDayOffset();

/** The stage on the day: a project that was cancelled later was still active; without a date, it always was cancelled. */
export function toStageOn(project: ProjectFact, on: CivilDate): ProjectStage {
  if (project.stage !== "CANCELLED") return project.stage;
  return project.cancelledOn === null || project.cancelledOn <= on ? "CANCELLED" : "ACTIVE";
}

/**
 * RAG of a project, in this order. Cancelled: grey. Red: a red milestone with 10 % of the weight or more, or
 * variance below −10 points. Amber: any amber milestone, a red one of less weight, or variance below −5 points.
 * Grey: silent, or nothing to measure by. Else green. All reasons found are told, the gravest first.
 */
export function computeProjectRag(
  project: ProjectFact,
  milestones: MilestoneProgress[],
  variancePoints: number | null,
  on: CivilDate,
  thresholds: Thresholds,
): Pick<ProjectProgress, "rag" | "ragReasons"> {
  if (toStageOn(project, on) === "CANCELLED")
    return { rag: "GREY", ragReasons: [toReason("PROJECT_CANCELLED")] };
  const reasons = [
    ...milestones.flatMap((milestone) => listWeighed(milestone, thresholds)),
    ...listVarianceReasons(variancePoints, thresholds),
    ...listSilence(project, on, thresholds),
    ...(variancePoints === null ? [toReason("NO_MILESTONES")] : []),
  ];
  const levels = ["RED", "AMBER", "GREY"] as const;
  const ragReasons = levels.flatMap((level) => reasons.filter((reason) => reason.level === level));
  return { rag: ragReasons[0]?.level ?? "GREEN", ragReasons };
}

/** A light milestone's red is only amber for its project: late, and not enough to stop it. */
function listWeighed(milestone: MilestoneProgress, thresholds: Thresholds): RagReason[] {
  const heavy = (milestone.weightShare ?? 0) >= thresholds.redWeightShare;
  return milestone.reasons.map((reason) => ({
    ...reason,
    level: reason.level === "RED" && !heavy ? "AMBER" : reason.level,
  }));
}

function listVarianceReasons(points: number | null, thresholds: Thresholds): RagReason[] {
  if (points === null || points >= thresholds.amberVariancePoints) return [];
  const red = points < thresholds.redVariancePoints;
  const threshold = red ? thresholds.redVariancePoints : thresholds.amberVariancePoints;
  return [
    {
      code: "VARIANCE_BELOW",
      level: red ? "RED" : "AMBER",
      milestoneId: null,
      params: { points, threshold },
    },
  ];
}

/**
 * Silent: the record is 30 days old or more, and in the 30 days to the day nothing was written, forecast,
 * re-baselined or done. A day before the record began was never silent, nor is a delivered project.
 */
function listSilence(project: ProjectFact, on: CivilDate, { silentDays }: Thresholds): RagReason[] {
  const since = silentSince(on, -silentDays);
  if (project.stage === "DELIVERED" || project.recordedOn > since) return [];
  const last = maxDate(project.recordedOn, ...project.activityOn.filter((day) => day <= on));
  return last > since ? [] : [toReason("SILENT", { days: daysBetween(last, on) })];
}

function toReason(code: RagReason["code"], params: Record<string, number> = {}): RagReason {
  return { code, level: "GREY", milestoneId: null, params };
}
