import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Declarations for the parks within reach; for an enterprise user, those of its own firms. */
export function headcountScope(viewer: Viewer): Prisma.HeadcountWhereInput {
  if (viewer.enterpriseIds !== null) return { enterpriseId: { in: [...viewer.enterpriseIds] } };
  return viewer.parkIds === null ? {} : { parkId: { in: [...viewer.parkIds] } };
}
