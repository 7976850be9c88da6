/** An embedded PostgreSQL that lives no longer than the run that asked for it. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "../platform/boot/embedded-postgres.mjs";
import { processIdentity } from "../platform/boot/lock.mjs";

const prefix = "tenantry-test-";

/** A test's data may be lost with the machine, so nothing waits for the disk. */
const hasty = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_wal_size: "2GB",
  log_min_messages: "fatal",
};

/** A data folder for this run; those of runs that were killed are cleared away first. */
export function temporaryDataDir() {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : Number.NaN;
    if (owner > 0 && processIdentity(owner) === "") removeDataDir(join(tmpdir(), name));
  }
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755); // the database may run as another user
  return folder;
}

/** Stops what runs there and deletes it. @param {string} folder */
export function removeDataDir(folder) {
  stopEmbeddedPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} database */
export async function startTemporaryPostgres(database) {
  const folder = temporaryDataDir();
  try {
    const { url } = await startEmbeddedPostgres(folder, { settings: hasty, database });
    return { url, remove: () => removeDataDir(folder) };
  } catch (error) {
    removeDataDir(folder);
    throw error;
  }
}
