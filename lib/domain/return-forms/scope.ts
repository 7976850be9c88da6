import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Forms are the office's, limited or not; a firm reads the questions with its return, and no form by itself. */
export function returnFormScope(viewer: Viewer): Prisma.ReturnFormWhereInput {
  return viewer.enterpriseIds === null ? {} : { id: { in: [] } };
}
