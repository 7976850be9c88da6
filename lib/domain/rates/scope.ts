import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Rates are the whole zone's: the office's people reach all of them, a firm's own people none. */
export function rateScope(viewer: Viewer): Prisma.RateWhereInput {
  return viewer.enterpriseIds === null ? {} : { id: { in: [] } };
}
