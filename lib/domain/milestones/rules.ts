import { type CivilDate, daysBetween, maxDate } from "@/lib/platform/dates/civil";
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

/** Why a milestone of an old list shows nothing: said by the import itself, and put into words where it is read. */
export const FROM_LIST = "from an imported list";

type Proof = { actualOn: unknown; evidence: string | null; noEvidenceReason: string | null };

/** Whether something shows that a milestone is done: words, or a file beside it. */
export function isShown({ evidence }: Pick<Proof, "evidence">, files: number): boolean {
  return Boolean(evidence) || files > 0;
}

/**
 * Who says that a milestone is done shows it, or says why nothing does; and a reason is told of what is done alone.
 * @throws AppError INVALID
 */
export function assertShown(proof: Proof, files: number): void {
  if (proof.actualOn && !isShown(proof, files) && !proof.noEvidenceReason)
    throw invalid({ evidence: "milestones.errors.shown" });
  if (!proof.actualOn && proof.noEvidenceReason)
    throw invalid({ noEvidenceReason: "milestones.errors.notDone" });
}

type Waited = {
  actualOn: CivilDate | null;
  forecastOn: CivilDate | null;
  baselineOn: CivilDate;
  cancelledOn: CivilDate | null;
};

/**
 * When what is waited for ends, and by how many days that is later than what waits means to end by: finish to start,
 * so a successor cannot end before its predecessor has. Null where it is in time, or no longer wanted.
 */
export function findLateness(
  predecessor: Waited,
  successor: Waited,
): { endsOn: CivilDate; days: number } | null {
  if (predecessor.cancelledOn || successor.cancelledOn || successor.actualOn) return null;
  const endsOn = predecessor.actualOn ?? predecessor.forecastOn ?? predecessor.baselineOn;
  const days = daysBetween(successor.forecastOn ?? successor.baselineOn, endsOn);
  return days > 0 ? { endsOn, days } : null;
}
