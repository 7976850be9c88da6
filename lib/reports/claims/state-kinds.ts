import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { ClaimState } from "./types";

/** The shape of a claim's state. */
export const claimStateKinds: Record<ClaimState, StatusKind> = {
  HOLDS: "onTrack",
  BELOW: "late",
  ABOVE: "atRisk",
  UNKNOWN: "silent",
  WITHDRAWN: "ended",
  UNBOUND: "silent",
};
