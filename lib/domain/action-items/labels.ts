import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { ActionItemState } from "./schema";

/** UNRAISED is said of one that was raised after the day. */
export const actionItemStateLabel = (state: ActionItemState | "UNRAISED") => `action-items.state.${state}`;

/** The shape that means a state everywhere. */
export const actionItemMarks: Record<ActionItemState, StatusKind> = {
  OPEN: "onTrack",
  OVERDUE: "late",
  DONE: "done",
  DROPPED: "ended",
};
