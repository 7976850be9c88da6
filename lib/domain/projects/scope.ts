import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The projects of the parks within reach; for an enterprise user, those that its firms lead. */
export function projectScope(viewer: Viewer): Prisma.ProjectWhereInput {
  if (viewer.enterpriseIds !== null) return { leadId: { in: [...viewer.enterpriseIds] } };
  return viewer.parkIds === null ? {} : { parkId: { in: [...viewer.parkIds] } };
}
