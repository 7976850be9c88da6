import type { RoundStanding } from "@/lib/platform/db/generated/enums";
import type { RoundState } from "./schema";

export const roundStateLabel = (state: RoundState) => `return-rounds.state.${state}`;
export const roundStandingLabel = (standing: RoundStanding) => `return-rounds.standing.${standing}`;
