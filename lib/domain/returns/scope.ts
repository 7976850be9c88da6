import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** A firm's own; for the office those of the parks within reach. */
export function returnScope(viewer: Viewer): Prisma.ReturnWhereInput {
  if (viewer.enterpriseIds !== null) return { enterpriseId: { in: [...viewer.enterpriseIds] } };
  return viewer.parkIds === null ? {} : { parkId: { in: [...viewer.parkIds] } };
}
