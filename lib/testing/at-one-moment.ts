/** Two writers at one moment: one stands still between its write and its commit, the other comes upon it. */
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db, type Tx } from "@/lib/platform/db/client";
import { system } from "./factories";

/** One write under way, at the point where it has saved and not yet committed. */
export function holding(verb: string, write: (tx: Tx) => Promise<unknown>) {
  let letGo = () => {};
  let begun = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const done = openChangeSet(system, { verb }, async (tx) => {
    await write(tx);
    begun();
    await gate;
    return {};
  });
  return { reached: Promise.race([reached, done]), letGo, done };
}

/**
 * Whether the other waits for a lock, asked until it does or is done without.
 * @returns true where it waits
 */
export async function waits(other: Promise<unknown>): Promise<boolean> {
  let done = false;
  const end = () => {
    done = true;
  };
  other.then(end, end);
  while (!done) {
    const [row] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row?.n) return true;
  }
  return false;
}
