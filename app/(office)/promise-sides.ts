import { can, type Verb } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";

/** What the place "promises" is made of, in the order of the chain: the report of all of it, then a list a noun. */
const sides: { noun: string; read: Verb }[] = [
  { noun: "promises", read: "reports.rows" },
  { noun: "agreements", read: "agreements.read" },
  { noun: "commitments", read: "commitments.read" },
  { noun: "action-items", read: "action-items.read" },
  { noun: "meetings", read: "meetings.read" },
  { noun: "programmes", read: "programmes.read" },
  { noun: "instruments", read: "instruments.read" },
  { noun: "rates", read: "rates.read" },
  { noun: "policies", read: "policies.read" },
  { noun: "claims", read: "claims.read" },
];

/** Those that the viewer may read. */
export function promiseSides(viewer: Viewer): string[] {
  return sides.filter(({ read }) => can(viewer, read)).map(({ noun }) => noun);
}
