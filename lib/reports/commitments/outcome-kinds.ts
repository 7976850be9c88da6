import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { Outcome } from "@/lib/reports/commitments/types";

/** The shape and colour of an outcome, the same on every screen. */
export const outcomeKinds: Record<Outcome, StatusKind> = {
  OPEN: "committed",
  MET: "done",
  PARTLY: "atRisk",
  NOT_MET: "late",
  WAIVED: "ended",
  NONE: "silent",
};
