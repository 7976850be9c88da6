/** What can happen to an agreement, by its place in its address, and the right that it asks. */
export const agreementVerbs = {
  extend: "extend",
  addendum: "addAddendum",
  terminate: "terminate",
} as const;

export type AgreementVerb = keyof typeof agreementVerbs;

export function isAgreementVerb(text: string): text is AgreementVerb {
  return Object.hasOwn(agreementVerbs, text);
}
