import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Instruments belong to the whole zone: the office's people reach all of them, a firm's own people none. */
export function instrumentScope(viewer: Viewer): Prisma.InstrumentWhereInput {
  return viewer.enterpriseIds === null ? {} : { id: { in: [] } };
}
