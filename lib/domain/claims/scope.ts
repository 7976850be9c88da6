import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** What the office has published belongs to the whole zone: its people read all of it, a firm's own people none. */
export function claimScope(viewer: Viewer): Prisma.ClaimWhereInput {
  return viewer.enterpriseIds === null ? {} : { id: { in: [] } };
}
