import type { StackKind, StackState } from "@/lib/reports/stacking/types";

/**
 * A building's whole history as the browser gets it, once: numbers for days (since 1970), kinds and leases, so
 * that a building of 400 units is some tens of kilobytes. The slider looks up; it computes nothing that a report
 * would.
 */
export type WirePlan = {
  /** Labels, the top floor first. */
  floors: string[];
  /** Id, number, tenant in the reader's language. */
  leases: [id: string, no: string, tenant: string][];
  /** In visual order: by floor, and along each floor. Areas in hundredths of m². */
  units: [id: string, code: string, floor: number, area: number, spans: WireSpan[]][];
  /** Days on which anything turns, ascending. */
  turns: number[];
};

/** From `day` on; a kind of −1 means that the unit is not there. */
export type WireSpan = [
  day: number,
  kind: number,
  occupied: number,
  /** Of a part-let unit: 1 expiring, 2 holdover. Of one that is not let: its availability's place below. */
  detail: number,
  tenants: [lease: number, area: number, endsOn: number][],
];

export const kinds: readonly StackKind[] = [
  "vacant",
  "committed",
  "occupied",
  "partLet",
  "expiring",
  "holdover",
  "selfUse",
];
export const marks: readonly StackState["mark"][] = [null, "expiring", "holdover"];
export const availabilities: readonly StackState["availability"][] = [
  "LETTABLE",
  "SELF_USE",
  "COMMON",
  "UNDER_WORKS",
  "WITHDRAWN",
];
