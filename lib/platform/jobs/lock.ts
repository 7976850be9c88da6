import "server-only";
import { pool } from "../db/client";

const keyOf = (job: string) => `tenantry job ${job}`;

/**
 * Does a piece of scheduled work while no other instance of the app does it: a lock of the database, which goes with
 * the connection that holds it, a killed process's too. Where the connection is lost in the middle, the work goes on:
 * each job is written so that two of it do no harm.
 * @returns what the work answers, or null where somebody else is at it
 */
export async function withJobLock<T>(job: string, work: () => Promise<T>): Promise<T | null> {
  const client = await pool().connect();
  let broken = false;
  const onError = () => {
    broken = true;
  };
  // Without a listener, a connection lost while it is lent out would end this process.
  client.on("error", onError);
  let held = false;
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held",
      [keyOf(job)],
    );
    held = rows[0]?.held === true;
    if (!held) return null;
    return await work();
  } finally {
    if (held && !broken) {
      held = await client
        .query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [keyOf(job)])
        .then(() => false)
        .catch(() => true);
    }
    client.removeListener("error", onError);
    // A connection that may still hold the lock is closed, not given back.
    client.release(held || broken);
  }
}

/** Which of some pieces of work an instance is at, whichever it is. */
export async function listHeldLocks(jobs: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool().query<{ job: string }>(
    `SELECT j.job FROM unnest($1::text[], $2::text[]) AS j (job, key)
     WHERE EXISTS (
       SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
       WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
         AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(j.key, 0))`,
    [jobs, jobs.map(keyOf)],
  );
  return new Set(rows.map(({ job }) => job));
}
