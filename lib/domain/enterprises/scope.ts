import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * The firms within reach. An enterprise user: its own. An officer limited to parks: firms that lease or are
 * present there, and firms that are nowhere yet, since somebody has to give them their first lease. A firm that was
 * merged is within reach of those who reach the one that it is now, so that its old address leads there.
 */
export function enterpriseScope(viewer: Viewer): Prisma.EnterpriseWhereInput {
  if (viewer.enterpriseIds !== null) {
    const own = { in: [...viewer.enterpriseIds] };
    return { OR: [{ id: own }, { mergedIntoId: own }] };
  }
  if (viewer.parkIds === null) return {};
  const mine = { parkId: { in: [...viewer.parkIds] } };
  const there = [{ leases: { some: mine } }, { presences: { some: mine } }, { headcounts: { some: mine } }];
  const nowhere = { leases: { none: {} }, presences: { none: {} }, headcounts: { none: {} } };
  return {
    OR: [...there, { ...nowhere, mergedIntoId: null }, { mergedInto: { OR: [...there, nowhere] } }],
  };
}
