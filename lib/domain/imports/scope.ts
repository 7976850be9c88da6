import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * The office's imports; for an officer limited to parks its own, since another's file may speak of other parks. Lists of
 * people are their bringer's alone: whoever else wants the names opens them.
 */
export function importScope(viewer: Viewer): Prisma.ImportWhereInput {
  if (viewer.parkIds === null && viewer.enterpriseIds === null) {
    return { OR: [{ kind: { not: "EMPLOYEES" } }, { createdById: viewer.userId }] };
  }
  // Nobody has the nil id: without a person behind the viewer nothing is its own.
  return { createdById: viewer.userId ?? "00000000-0000-0000-0000-000000000000" };
}
