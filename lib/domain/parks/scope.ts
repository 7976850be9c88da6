import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Which parks exist for this viewer: all, an officer's own, none for enterprise users. */
export function parkScope(viewer: Viewer): Prisma.ParkWhereInput {
  return viewer.parkIds === null ? {} : { id: { in: [...viewer.parkIds] } };
}
