/** The database that this checkout works with: DATABASE_URL if set, else the embedded one of DATA_DIR. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { BootError } from "./console.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { lockHolder, releaseLock, takeLock } from "./lock.mjs";
import { dataDir } from "./paths.mjs";

/** Oldest PostgreSQL that has all we ask of it. */
const oldestServer = 15;

/** @returns {string} the file that names the app that runs on DATA_DIR */
function lockFile() {
  return join(dataDir(), "app.lock");
}

/**
 * Makes DATA_DIR this process's own.
 * @throws {BootError} while another app runs on it
 */
export function claimDataDir() {
  const folder = dataDir();
  try {
    mkdirSync(folder, { recursive: true });
    const holder = takeLock(lockFile());
    if (holder === null) return;
    throw new BootError(
      `An app already runs on ${folder} (process ${holder}): stop it first, or start with another DATA_DIR.`,
    );
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (error instanceof BootError || code === "ENOSPC") throw error;
    throw new BootError(
      `DATA_DIR ${folder} cannot be used (${code ?? message}): set DATA_DIR to a folder you may write.`,
    );
  }
}

export function releaseDataDir() {
  releaseLock(lockFile());
}

/**
 * Opens the database and puts its address into the environment. The app ends with `stop`; a
 * command ends with `release`, which leaves the server to an app that uses it, or found it running.
 * @returns {Promise<{ url: string, adopted: boolean, stop: () => void, release: () => void }>}
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkServer(given);
    return { url: given, adopted: false, stop: () => {}, release: () => {} };
  }
  const { url, adopted, stop } = await startEmbeddedPostgres(dataDir());
  process.env.DATABASE_URL = url;
  const release = () => {
    if (!adopted && lockHolder(lockFile()) === null) stop();
  };
  return { url, adopted, stop, release };
}

/** @param {string} url */
async function checkServer(url) {
  let place = "";
  try {
    const { hostname, port, pathname, searchParams } = new URL(url);
    place = `${searchParams.get("host") ?? hostname}:${port || 5432}${pathname}`;
  } catch {
    throw new BootError(
      "DATABASE_URL is not an address: it looks like postgresql://user:password@host:5432/database.",
    );
  }
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major");
    if (rows[0].major >= oldestServer) return;
    throw new BootError(`DATABASE_URL is PostgreSQL ${rows[0].major}: it must be ${oldestServer} or newer.`);
  } catch (error) {
    if (error instanceof BootError) throw error;
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new BootError(
      code && /^(28|3D)/.test(code)
        ? `DATABASE_URL (${place}) refuses us: ${message}. Mend DATABASE_URL.`
        : `DATABASE_URL (${place}) does not answer (${code ?? message}): start that PostgreSQL, or mend DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
