import "server-only";
import { Prisma } from "../db/generated/client";

/** A moment of the database, as a process remembers it. */
export type Seen = {
  /** Which transactions it sees. */
  snapshot: string;
  /** The last change set then: where that is gone, so is the database, emptied or put back from a copy. */
  anchor: string | null;
};

/** Columns `snapshot` and `anchor`: the present moment. */
export const presentMoment = Prisma.sql`pg_current_snapshot()::text AS snapshot,
  (SELECT id::text FROM change_sets ORDER BY xact DESC LIMIT 1) AS anchor`;

/** Whether the database is still the one of an earlier moment; false where there was none. */
export function isAnchored(seen: Seen | null): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM change_sets WHERE id = ${seen?.anchor ?? null}::uuid)`;
}

/**
 * Whether a change set `s` is seen now and was not at an earlier moment. Transactions of another cluster, in a restored
 * database, may have any number, so those that are still to come here are left out.
 */
export function isNews(seen: Seen | null): Prisma.Sql {
  const then = Prisma.sql`${seen?.snapshot ?? null}::pg_snapshot`;
  return Prisma.sql`(s.xact >= pg_snapshot_xmin(${then})::text::bigint
    AND s.xact < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    AND NOT pg_visible_in_snapshot(s.xact::text::xid8, ${then}))`;
}

/** What `changedSince` answers. */
export type Look = Seen & { changed: boolean };

/**
 * Columns `snapshot`, `anchor` and `changed`, for any statement: the present moment, and whether it sees a write to the
 * tables that an earlier one did not see; history records every one of them. A write that is not yet committed is not
 * seen. Where there was no earlier moment, or it was another database's, everything has changed.
 */
export function changedSince(seen: Seen | null, tables: readonly string[]): Prisma.Sql {
  return Prisma.sql`${presentMoment}, NOT ${isAnchored(seen)} OR EXISTS (
    SELECT FROM change_sets s WHERE ${isNews(seen)}
      AND EXISTS (SELECT FROM changes c WHERE c.change_set_id = s.id AND c.table_name = ANY (${[...tables]}))
  ) AS changed`;
}
