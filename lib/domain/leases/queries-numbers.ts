import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";

/**
 * The number after the highest of the year's, `L-2026-0042`. Numbers are unique in the zone, so that those out of
 * the viewer's reach count too; nothing of them but the count shows.
 */
export async function findNextLeaseNo(on: Db, startsOn: string): Promise<string> {
  const prefix = `L-${startsOn.slice(0, 4)}-`;
  const [row] = await on.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(substring(lease_no FROM ${prefix.length + 1}::int)::int), 0) AS last FROM leases
    WHERE lease_no ~ ${`^${prefix}[0-9]{1,8}$`}`;
  return `${prefix}${String((row?.last ?? 0) + 1).padStart(4, "0")}`;
}

/** The number that a lease will get if none is given, for showing. */
export async function getNextLeaseNo(viewer: Viewer, startsOn: string): Promise<string> {
  assertCan(viewer, "leases.logTenancy");
  return findNextLeaseNo(db, startsOn);
}
