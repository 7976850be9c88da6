import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { enterpriseScope } from "../enterprises/scope";

/** Who acts for a firm within reach. */
export function memberScope(viewer: Viewer): Prisma.UserEnterpriseWhereInput {
  return { enterprise: enterpriseScope(viewer) };
}

/** The invitations of firms within reach. */
export function invitationScope(viewer: Viewer): Prisma.InvitationWhereInput {
  return { enterprise: enterpriseScope(viewer) };
}

/**
 * Requests to act for a firm: one's own to whoever asks. To the office those that are proven: of firms within reach,
 * and those of an unknown number to whoever reaches the whole zone.
 */
export function joinRequestScope(viewer: Viewer): Prisma.JoinRequestWhereInput {
  if (viewer.enterpriseIds !== null) return viewer.userId ? { userId: viewer.userId } : { id: { in: [] } };
  const proven = { state: { not: "UNPROVEN" as const } };
  if (viewer.parkIds === null) return proven;
  return { ...proven, enterpriseId: { not: null }, enterprise: enterpriseScope(viewer) };
}
