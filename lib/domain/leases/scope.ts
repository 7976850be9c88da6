import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The leases of the parks within reach; for an enterprise user, those of its own firms. */
export function leaseScope(viewer: Viewer): Prisma.LeaseWhereInput {
  if (viewer.enterpriseIds !== null) return { enterpriseId: { in: [...viewer.enterpriseIds] } };
  return viewer.parkIds === null ? {} : { parkId: { in: [...viewer.parkIds] } };
}
