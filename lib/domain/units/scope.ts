import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The units of the parks within reach; for an enterprise user, those that its firms lease or leased. */
export function unitScope(viewer: Viewer): Prisma.UnitWhereInput {
  if (viewer.enterpriseIds !== null) {
    return { leaseLines: { some: { lease: { enterpriseId: { in: [...viewer.enterpriseIds] } } } } };
  }
  return viewer.parkIds === null ? {} : { parkId: { in: [...viewer.parkIds] } };
}
