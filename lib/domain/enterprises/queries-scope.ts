import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";

/** `enterpriseScope` as a condition on `e`, for statements of our own. A test holds the two equal. */
export function enterpriseScopeSql(viewer: Viewer): Prisma.Sql {
  if (viewer.enterpriseIds !== null) {
    const own = Prisma.sql`ANY (${[...viewer.enterpriseIds]}::uuid[])`;
    return Prisma.sql`(e.id = ${own} OR e.merged_into_id = ${own})`;
  }
  if (viewer.parkIds === null) return Prisma.sql`true`;
  const mine = Prisma.sql`s.park_id = ANY (${[...viewer.parkIds]}::uuid[])`;
  const here = (firm: Prisma.Sql) => Prisma.sql`(
    EXISTS (SELECT 1 FROM leases s WHERE s.enterprise_id = ${firm} AND ${mine})
    OR EXISTS (SELECT 1 FROM presences s WHERE s.enterprise_id = ${firm} AND ${mine})
    OR EXISTS (SELECT 1 FROM headcounts s WHERE s.enterprise_id = ${firm} AND ${mine})
    OR NOT (EXISTS (SELECT 1 FROM leases s WHERE s.enterprise_id = ${firm})
      OR EXISTS (SELECT 1 FROM presences s WHERE s.enterprise_id = ${firm})
      OR EXISTS (SELECT 1 FROM headcounts s WHERE s.enterprise_id = ${firm})))`;
  // Nothing hangs on a firm that was merged: what it is now decides.
  return Prisma.sql`CASE WHEN e.merged_into_id IS NULL THEN ${here(Prisma.sql`e.id`)}
    ELSE ${here(Prisma.sql`e.merged_into_id`)} END`;
}
