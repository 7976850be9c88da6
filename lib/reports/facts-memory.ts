import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { changedSince, type Look, type Seen } from "@/lib/platform/cache/changed-since";
import { db } from "@/lib/platform/db/client";
import type { RecordedTable } from "@/lib/reports/facts-clock";
import { assertReports } from "@/lib/reports/facts-reach";

/** Answers kept at once; the largest, a tree of 800 buildings, takes about 1 MB. */
const MOST_ENTRIES = 40;
/** Of these, answers that were asked for once only: whoever walks through the days comes back to few of them. */
const MOST_ONCE = 16;

/** An answer, and the moment of the database at which it is known to be right. */
type Entry = Seen & { answer: Promise<unknown>; again: boolean };

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
    const { snapshot, anchor, changed } = await lookAround(known ?? null, tables);
    if (known && !changed && entries.get(key) === known) {
      Object.assign(known, { snapshot, anchor, again: true });
      keep(key, known);
      return known.answer as Promise<Answer>;
    }
    const answer = fetch(viewer, ...args);
    const entry: Entry = { snapshot, anchor, answer, again: known !== undefined };
    keep(key, entry);
    answer.catch(() => entries.get(key) === entry && entries.delete(key));
    return answer;
  };
}

function keep(key: string, entry: Entry): void {
  entries.delete(key);
  entries.set(key, entry);
  const once = [...entries].filter(([, { again }]) => !again).map(([name]) => name);
  const [oldest] = once.length > MOST_ONCE ? once : entries.size > MOST_ENTRIES ? entries.keys() : [];
  if (oldest !== undefined) entries.delete(oldest);
}

async function lookAround(known: Seen | null, tables: readonly RecordedTable[]): Promise<Look> {
  const [row] = await db.$queryRaw<Look[]>`SELECT ${changedSince(known, tables)}`;
  if (!row) throw new Error("A query without FROM answers one row");
  return row;
}
