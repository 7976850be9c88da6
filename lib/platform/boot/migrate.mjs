/** Brings a database to this checkout's schema; asks the engine only when something is pending. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { BootError } from "./console.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const folder = join(root, "prisma/migrations");

/** Any number that no other tool on the database uses: instances that start together queue on it. */
const advisoryLock = 7_363_412_001;

/** @returns {string[]} names of the migrations on disk, oldest first */
function migrationsOnDisk() {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * What the database has and has not.
 * @param {{ name: string, finished: boolean }[]} recorded rows of `_prisma_migrations` not rolled back
 * @param {string[]} onDisk
 */
export function comparedMigrations(recorded, onDisk) {
  const done = new Set(recorded.filter((row) => row.finished).map((row) => row.name));
  return {
    pending: onDisk.filter((name) => !done.has(name)),
    failed: recorded.filter((row) => !row.finished).map((row) => row.name),
    unknown: [...done].filter((name) => !onDisk.includes(name)),
  };
}

/**
 * @param {import("pg").Client} client
 * @returns {Promise<string[]>} the pending ones
 */
async function pendingMigrations(client) {
  const { rows } = await client.query(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS present",
  );
  const recorded = rows[0].present
    ? await client.query(
        `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
         FROM public._prisma_migrations WHERE rolled_back_at IS NULL`,
      )
    : { rows: [] };
  const { pending, failed, unknown } = comparedMigrations(recorded.rows, migrationsOnDisk());
  if (failed.length > 0) {
    throw new BootError(
      `The migration ${failed[0]} failed on this database: mend it, then run npm run prisma -- migrate resolve --rolled-back ${failed[0]}.`,
    );
  }
  if (unknown.length > 0) {
    throw new BootError(
      `The database was made by a newer version (it has ${unknown.at(-1)}): update this checkout, then start again.`,
    );
  }
  return pending;
}

/**
 * Applies what is pending, once, however many instances start at the same time.
 * @param {string} url
 * @param {(pending: string[]) => void} [onPending]
 * @returns {Promise<number>} how many were applied
 */
export async function migrate(url, onPending = () => {}) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    if ((await pendingMigrations(client)).length === 0) return 0;
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    const pending = await pendingMigrations(client);
    if (pending.length === 0) return 0;
    onPending(pending);
    await applyMigrations(url, pending);
    return pending.length;
  } finally {
    await client.end();
  }
}

/**
 * In a process of its own: the engine takes memory that the app should not keep.
 * @param {string} url
 * @param {string[]} pending
 */
async function applyMigrations(url, pending) {
  const script = join(root, "lib/platform/boot/apply-migrations.mjs");
  await run(process.execPath, [script, folder, ...migrationsOnDisk()], {
    env: { DATABASE_URL: url },
    failure: `The migrations (${pending.join(", ")}) cannot be applied: see the error above.`,
  });
}
