import type { Verb } from "@/lib/domain/permissions";

/** What is done to a commitment on a page of its own, beside changing its fields. */
export const commitmentVerbs = {
  measure: "commitments.measure",
  waive: "commitments.waive",
  unwaive: "commitments.unwaive",
} as const satisfies Record<string, Verb>;

export type CommitmentVerb = keyof typeof commitmentVerbs;

export function isCommitmentVerb(verb: string): verb is CommitmentVerb {
  return Object.hasOwn(commitmentVerbs, verb);
}
