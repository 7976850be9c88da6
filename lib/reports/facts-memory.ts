import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import type { RecordedTable } from "@/lib/reports/facts-clock";
import { assertReports } from "@/lib/reports/facts-reach";

/** Answers kept at once; the largest, a tree of 800 buildings, takes about 1 MB. */
const MOST_ENTRIES = 40;

/** An answer, and the database's snapshot at which it is known to be right. */
interface Entry {
  snapshot: string;
  /** The last change set then: where it is gone, so is the database that the answer was read from. */
  anchor: string | null;
  answer: Promise<unknown>;
}

/** In the order of their last use, the oldest first. */
const entries = new Map<string, Entry>();

/**
 * A report that is computed once for as long as nothing that it reads is written. Each call asks the database
 * whether any of the tables has changed, in a transaction that the answer's snapshot did not see; history records
 * every write to them, so an answer is what a recount would give, without the recount. A write that is not yet
 * committed changes neither.
 *
 * Answers are shared by all who reach the same parks: take them as read-only.
 */
export function remembered<Args extends unknown[], Answer>(
  name: string,
  tables: readonly RecordedTable[],
  fetch: (viewer: Viewer, ...args: Args) => Promise<Answer>,
): (viewer: Viewer, ...args: Args) => Promise<Answer> {
  return async (viewer, ...args) => {
    assertReports(viewer);
    const parkIds = viewer.parkIds && [...viewer.parkIds].sort();
    const key = JSON.stringify([name, viewer.role, viewer.locale, parkIds, args]);
    const known = entries.get(key);
    const { snapshot, anchor, changed } = await lookAround(known, tables);
    if (known && !changed && entries.get(key) === known) {
      Object.assign(known, { snapshot, anchor });
      keep(key, known);
      return known.answer as Promise<Answer>;
    }
    const answer = fetch(viewer, ...args);
    const entry: Entry = { snapshot, anchor, answer };
    keep(key, entry);
    answer.catch(() => entries.get(key) === entry && entries.delete(key));
    return answer;
  };
}

function keep(key: string, entry: Entry): void {
  entries.delete(key);
  entries.set(key, entry);
  const [oldest] = entries.keys();
  if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
}

/**
 * The present snapshot, and whether it sees a write to the tables that an earlier one did not see, or another database
 * altogether: one that was emptied, or put back from a copy. Transactions of another cluster, in a restored database, may have any number, so those that are still to come here are left out.
 */
async function lookAround(known: Entry | undefined, tables: readonly RecordedTable[]) {
  const since = known?.snapshot ?? null;
  const [row] = await db.$queryRaw<{ snapshot: string; anchor: string | null; changed: boolean }[]>`
    SELECT pg_current_snapshot()::text AS snapshot,
      (SELECT id FROM change_sets ORDER BY xact DESC LIMIT 1) AS anchor,
      NOT EXISTS (SELECT FROM change_sets WHERE id = ${known?.anchor ?? null}::uuid) OR EXISTS (
      SELECT FROM change_sets s
      WHERE s.xact >= pg_snapshot_xmin(${since}::pg_snapshot)::text::bigint
        AND s.xact < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        AND NOT pg_visible_in_snapshot(s.xact::text::xid8, ${since}::pg_snapshot)
        AND EXISTS (SELECT FROM changes c WHERE c.change_set_id = s.id AND c.table_name = ANY (${[...tables]}))
    ) AS changed`;
  if (!row) throw new Error("A query without FROM answers one row");
  return row;
}
