import type { CivilDate } from "@/lib/platform/dates/civil";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import type { ActionItemState } from "./schema";

type Dated = {
  raisedOn: CivilDate;
  dueOn: CivilDate | null;
  doneOn: CivilDate | null;
  droppedOn: CivilDate | null;
};

/** How an item stands on a day; null before it was raised. Due today is not yet overdue. */
export function actionItemState(item: Dated, on: CivilDate): ActionItemState | null {
  if (item.raisedOn > on) return null;
  if (item.doneOn !== null && item.doneOn <= on) return "DONE";
  if (item.droppedOn !== null && item.droppedOn <= on) return "DROPPED";
  return item.dueOn !== null && item.dueOn < on ? "OVERDUE" : "OPEN";
}

type Closing = { doneOn: unknown; droppedOn: unknown };

/** What is closed stays as it is until it is reopened. @throws AppError CONFLICT */
export function assertItemOpen({ doneOn, droppedOn }: Closing): void {
  if (doneOn || droppedOn) throw conflict("action-items.errors.closed");
}

/** @throws AppError CONFLICT */
export function assertItemClosed({ doneOn, droppedOn }: Closing): void {
  if (!doneOn && !droppedOn) throw conflict("action-items.errors.open");
}

/** Closed on a day that has come, and not before it was raised. @throws AppError INVALID */
export function assertCloses(
  raisedOn: CivilDate,
  on: CivilDate,
  today: CivilDate,
  field: "doneOn" | "droppedOn",
): void {
  if (on < raisedOn) throw invalid({ [field]: "action-items.errors.beforeRaised" });
  if (on > today) throw invalid({ [field]: "action-items.errors.future" });
}
