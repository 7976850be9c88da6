import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { enterpriseScope } from "../enterprises/scope";
import { milestoneScope } from "../milestones/scope";

/** The requests of the firms within reach; of an officer limited to parks, without those about others' projects. */
export function changeRequestScope(viewer: Viewer): Prisma.ChangeRequestWhereInput {
  const own = { enterprise: enterpriseScope(viewer) };
  if (viewer.parkIds === null || viewer.enterpriseIds !== null) return own;
  return { AND: [own, { OR: [{ milestoneId: null }, { milestone: milestoneScope(viewer) }] }] };
}
