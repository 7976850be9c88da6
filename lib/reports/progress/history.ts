import { type CivilDate, minDate } from "@/lib/platform/dates/civil";
import { getKnown } from "@/lib/reports/progress/known";
import { isCancelled, isDone } from "@/lib/reports/progress/milestones";
import type { DatedChange, ProjectFact, ProjectStage } from "@/lib/reports/progress/types";

/** A milestone with everything that was ever said about its dates. */
export interface MilestoneHistory {
  id: string;
  titleZh: string | null;
  titleEn: string | null;
  weight: string;
  originalBaseline: CivilDate;
  /** The newest, for a milestone without a history of them. */
  baseline: CivilDate;
  forecast: CivilDate | null;
  actual: CivilDate | null;
  cancelledOn: CivilDate | null;
  /** Words or a file show that it was done, and why where neither does; as of now, whatever the day. */
  shown: boolean;
  noEvidenceReason: string | null;
  baselines: DatedChange<CivilDate>[];
  forecasts: DatedChange<CivilDate | null>[];
}

export interface ProjectHistory {
  id: string;
  code: string;
  titleZh: string | null;
  titleEn: string | null;
  cluster: string;
  stage: ProjectStage;
  cancelledOn: CivilDate | null;
  parkId: string | null;
  park: string | null;
  parkZh: string | null;
  parkEn: string | null;
  leadId: string | null;
  leadZh: string | null;
  leadEn: string | null;
  /** The day on which the row was written. */
  createdOn: CivilDate;
  updatesOn: CivilDate[];
  milestones: MilestoneHistory[];
}

/**
 * The project as it was known on a day. Its record began with the earliest word on it, which a project that was
 * entered later with its past has before the day on which it was entered.
 */
export function toProjectFact(project: ProjectHistory, on: CivilDate): ProjectFact {
  const said = project.milestones.flatMap(({ baselines, forecasts }) =>
    [...baselines, ...forecasts].map(({ reportedOn }) => reportedOn),
  );
  const words = [...project.updatesOn, ...said];
  const actuals = project.milestones.flatMap(({ actual }) => (actual === null ? [] : [actual]));
  return {
    id: project.id,
    stage: project.stage,
    cancelledOn: project.cancelledOn,
    recordedOn: minDate(project.createdOn, ...words),
    activityOn: [...words, ...actuals],
    milestones: project.milestones.map((milestone) => ({
      id: milestone.id,
      weight: milestone.weight,
      cancelledOn: milestone.cancelledOn,
      originalBaseline: milestone.originalBaseline,
      baseline: getKnown(milestone.baselines, on) ?? milestone.baseline,
      forecast: milestone.forecasts.length > 0 ? getKnown(milestone.forecasts, on) : milestone.forecast,
      actual: milestone.actual,
    })),
  };
}

/** Milestones of many projects on a day: in all, due by their baseline, done, and done of those due. */
export interface MilestoneCounts {
  milestones: number;
  due: number;
  done: number;
  dueDone: number;
}

export function countMilestones(projects: ProjectFact[], on: CivilDate): MilestoneCounts {
  const counted = projects.flatMap(({ milestones }) =>
    milestones.filter((milestone) => !isCancelled(milestone, on)),
  );
  const due = counted.filter(({ baseline }) => baseline <= on);
  return {
    milestones: counted.length,
    due: due.length,
    done: counted.filter((milestone) => isDone(milestone, on)).length,
    dueDone: due.filter((milestone) => isDone(milestone, on)).length,
  };
}
