import type { ReturnExemption, ReturnState } from "@/lib/platform/db/generated/enums";
import type { StatusKind } from "@/lib/platform/values/status-kind";

export const returnStateLabel = (state: ReturnState) => `returns.state.${state}`;
export const returnExemptionLabel = (exemption: ReturnExemption) => `returns.exemption.${exemption}`;

export const returnMarks: Record<ReturnState, StatusKind> = {
  NOT_STARTED: "silent",
  DRAFT: "silent",
  SUBMITTED: "onTrack",
  RETURNED: "atRisk",
  ACCEPTED: "done",
  EXEMPT: "ended",
  ESTIMATED: "atRisk",
};
