import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** An administrator reaches everybody; anyone else only themselves. */
export function userScope(viewer: Viewer): Prisma.UserWhereInput {
  return viewer.role === "ADMIN"
    ? {}
    : { id: viewer.userId ?? undefined, AND: viewer.userId ? [] : [{ id: { in: [] } }] };
}
