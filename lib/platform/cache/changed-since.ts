import "server-only";
import { Prisma } from "../db/generated/client";

/** What the database's present snapshot is, and whether it sees a write that an earlier one did not see. */
export type Look = { snapshot: string; changed: boolean };

/**
 * Two columns, `snapshot` and `changed`, for any statement: the present snapshot, and whether it sees a write to the
 * tables that the earlier snapshot did not see; history records every one of them. A write that is not yet committed
 * is not seen. Transactions of another cluster, in a restored database, may have any number, so those that are still
 * to come here are left out.
 * @param since null for no earlier one: then nothing has changed
 */
export function changedSince(since: string | null, tables: readonly string[]): Prisma.Sql {
  return Prisma.sql`pg_current_snapshot()::text AS snapshot, EXISTS (
    SELECT FROM change_sets s
    WHERE s.xact >= pg_snapshot_xmin(${since}::pg_snapshot)::text::bigint
      AND s.xact < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
      AND NOT pg_visible_in_snapshot(s.xact::text::xid8, ${since}::pg_snapshot)
      AND EXISTS (SELECT FROM changes c WHERE c.change_set_id = s.id AND c.table_name = ANY (${[...tables]}))
  ) AS changed`;
}
