import type { ChangeDecision, ChangeRequestState } from "@/lib/platform/db/generated/enums";
import { type FieldClass, type ProfileGroup, qualificationOf } from "./rules";

export const requestStateLabel = (state: ChangeRequestState) => `change-requests.state.${state}` as const;
export const decisionLabel = (decision: ChangeDecision) => `change-requests.decision.${decision}` as const;
export const classLabel = (kind: FieldClass) => `change-requests.class.${kind}` as const;
export const groupLabel = (group: ProfileGroup | "qualifications") =>
  `change-requests.group.${group}` as const;

/** What a field of a request is called. */
export function fieldLabel(field: string): string {
  return `change-requests.field.${qualificationOf(field) ? "qualification" : field}`;
}
