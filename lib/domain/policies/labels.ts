import type { PolicyKind } from "@/lib/platform/db/generated/enums";
import type { PolicyState } from "./rules";

export const policyKindLabel = (kind: PolicyKind) => `policies.kind.${kind}`;
export const policyStateLabel = (state: PolicyState) => `policies.state.${state}`;
