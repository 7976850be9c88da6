/** The office's own verbs on a lease, by their place in its address. */
export const leaseVerbs = {
  "move-in": "moveIn",
  terminate: "terminate",
  "move-out": "moveOut",
  "hold-over": "holdOver",
} as const;

export type LeaseVerb = keyof typeof leaseVerbs;

export function isLeaseVerb(text: string): text is LeaseVerb {
  return Object.hasOwn(leaseVerbs, text);
}
