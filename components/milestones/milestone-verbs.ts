/** What can be done to one milestone, by its place in its address, and the right that it asks. */
export const milestoneVerbs = {
  edit: "milestones.update",
  forecast: "milestones.forecast",
  complete: "milestones.complete",
  cancel: "milestones.cancel",
  rebaseline: "milestones.rebaseline",
  propose: "milestones.propose",
  decide: "milestones.approve",
  depends: "milestones.depend",
} as const;

export type MilestoneVerb = keyof typeof milestoneVerbs;

export function isMilestoneVerb(text: string): text is MilestoneVerb {
  return Object.hasOwn(milestoneVerbs, text);
}
