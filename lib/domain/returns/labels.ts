import type { ReturnExemption, ReturnState } from "@/lib/platform/db/generated/enums";

export const returnStateLabel = (state: ReturnState) => `returns.state.${state}`;
export const returnExemptionLabel = (exemption: ReturnExemption) => `returns.exemption.${exemption}`;
