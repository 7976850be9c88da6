/** What changes a unit on a day, by its place in its address; the values are the verbs and the words. */
export const unitVerbs = {
  split: "split",
  merge: "merge",
  remeasure: "remeasure",
  availability: "changeAvailability",
} as const;

export type UnitVerb = keyof typeof unitVerbs;

export function isUnitVerb(text: string): text is UnitVerb {
  return Object.hasOwn(unitVerbs, text);
}
