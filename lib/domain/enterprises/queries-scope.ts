import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";

/** `enterpriseScope` as a condition on `e`, for statements of our own. A test holds the two equal. */
export function enterpriseScopeSql(viewer: Viewer): Prisma.Sql {
  if (viewer.enterpriseIds !== null) return Prisma.sql`e.id = ANY (${[...viewer.enterpriseIds]}::uuid[])`;
  if (viewer.parkIds === null) return Prisma.sql`true`;
  const mine = Prisma.sql`s.park_id = ANY (${[...viewer.parkIds]}::uuid[])`;
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM leases s WHERE s.enterprise_id = e.id AND ${mine})
    OR EXISTS (SELECT 1 FROM presences s WHERE s.enterprise_id = e.id AND ${mine})
    OR EXISTS (SELECT 1 FROM headcounts s WHERE s.enterprise_id = e.id AND ${mine})
    OR NOT (EXISTS (SELECT 1 FROM leases s WHERE s.enterprise_id = e.id)
      OR EXISTS (SELECT 1 FROM presences s WHERE s.enterprise_id = e.id)
      OR EXISTS (SELECT 1 FROM headcounts s WHERE s.enterprise_id = e.id)))`;
}
