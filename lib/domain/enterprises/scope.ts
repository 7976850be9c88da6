import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/**
 * The firms within reach. An enterprise user: its own. An officer limited to parks: firms that lease or are
 * present there, and firms that are nowhere yet, since somebody has to give them their first lease.
 */
export function enterpriseScope(viewer: Viewer): Prisma.EnterpriseWhereInput {
  if (viewer.enterpriseIds !== null) return { id: { in: [...viewer.enterpriseIds] } };
  if (viewer.parkIds === null) return {};
  const mine = { parkId: { in: [...viewer.parkIds] } };
  return {
    OR: [
      { leases: { some: mine } },
      { presences: { some: mine } },
      { headcounts: { some: mine } },
      { AND: [{ leases: { none: {} } }, { presences: { none: {} } }, { headcounts: { none: {} } }] },
    ],
  };
}
