/** What can be done to an action item, by its place in its address. */
export const actionItemVerbs = ["complete", "drop", "reopen"] as const;

export type ActionItemVerb = (typeof actionItemVerbs)[number];

export function isActionItemVerb(text: string): text is ActionItemVerb {
  return actionItemVerbs.some((verb) => verb === text);
}
