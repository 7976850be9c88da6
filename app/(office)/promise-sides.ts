import { can, type Verb } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";

/** The lists that the place "promises" is made of, in the order of the chain. */
const sides: { noun: string; read: Verb }[] = [
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
