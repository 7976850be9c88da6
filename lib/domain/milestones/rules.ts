import { type CivilDate, maxDate } from "@/lib/platform/dates/civil";
import { conflict, invalid } from "@/lib/platform/errors/app-error";

type Standing = { cancelledOn: Date | null; actualOn: Date | null; project: { stage: string } };

/** A cancelled milestone, or one of a cancelled project, is history. @throws AppError CONFLICT */
export function assertLive(milestone: Standing): void {
  if (milestone.project.stage === "CANCELLED") throw conflict("projects.errors.cancelled");
  if (milestone.cancelledOn) throw conflict("milestones.errors.cancelled");
}

/** Only what is not done can be forecast or re-baselined. @throws AppError CONFLICT */
export function assertOpen(milestone: Standing): void {
  assertLive(milestone);
  if (milestone.actualOn) throw conflict("milestones.errors.done");
}

/** A day that has not come cannot have been reached. @throws AppError INVALID */
export function assertReached(actualOn: CivilDate | null, today: CivilDate): void {
  if (actualOn && maxDate(actualOn, today) !== today) throw invalid({ actualOn: "milestones.errors.future" });
}
