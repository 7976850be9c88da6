import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Policies are public papers of the whole zone: whoever may read any reads all. */
export function policyScope(_viewer: Viewer): Prisma.PolicyWhereInput {
  return {};
}
