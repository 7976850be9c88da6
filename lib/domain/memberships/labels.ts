import type { JoinState } from "@/lib/platform/db/generated/enums";

export const joinStateLabels = {
  UNPROVEN: "memberships.states.UNPROVEN",
  OPEN: "memberships.states.OPEN",
  CONFIRMED: "memberships.states.CONFIRMED",
  REFUSED: "memberships.states.REFUSED",
} as const satisfies Record<JoinState, string>;
