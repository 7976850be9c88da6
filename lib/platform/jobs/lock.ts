import "server-only";
import { pool } from "../db/client";

/**
 * Does a piece of scheduled work while no other instance of the app does it: a lock of the database, which goes with
 * the connection that holds it, a killed process's too.
 * @returns what the work answers, or null where somebody else is at it
 */
export async function withJobLock<T>(job: string, work: () => Promise<T>): Promise<T | null> {
  const client = await pool().connect();
  let held = false;
  try {
    const key = `tenantry job ${job}`;
    const { rows } = await client.query<{ held: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held",
      [key],
    );
    held = rows[0]?.held === true;
    if (!held) return null;
    const done = await work();
    await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [key]);
    held = false;
    return done;
  } finally {
    // A connection that may still hold the lock is closed, not given back.
    client.release(held);
  }
}
