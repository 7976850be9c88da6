/**
 * A PostgreSQL of the app's own under DATA_DIR. The server is a process by itself: it outlives an
 * app that is killed, and the next start adopts it.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { BootError } from "./console.mjs";
import { canReach, databaseAccount, postgresBinaries } from "./postgres-binaries.mjs";
import { PostgresCluster } from "./postgres-cluster.mjs";

/**
 * @typedef {{ url: string, adopted: boolean, stop: () => void }} EmbeddedServer
 * @typedef {{ settings?: Record<string, string>, database?: string }} Options
 */

/**
 * The server of a data folder: the one that runs already, or a new one.
 * @param {string} dataDir
 * @param {Options} [options] `settings` are postgresql.conf settings for a server that must be started
 * @returns {Promise<EmbeddedServer>}
 */
export async function startEmbeddedPostgres(dataDir, { settings = {}, database = "tenantry" } = {}) {
  mkdirSync(dataDir, { recursive: true });
  const account = databaseAccount();
  if (!canReach(account, dataDir)) {
    throw new BootError(
      `The database runs as ${account.name}, who cannot reach ${dataDir}: open the folders above it (chmod o+x) or set DATA_DIR elsewhere, such as /var/lib/tenantry.`,
    );
  }
  const server = new PostgresCluster(dataDir, account, postgresBinaries(account, dataDir));
  if (!server.exists()) server.initialise();
  const adopted = await server.isRunning();
  if (!adopted) await server.start(settings);
  await server.createDatabase(database);
  return { url: server.url(database), adopted, stop: () => server.stop() };
}

/** Stops the server of a data folder, if there is one that runs. @param {string} dataDir */
export function stopEmbeddedPostgres(dataDir) {
  if (!existsSync(join(dataDir, "postgres", "postmaster.pid"))) return;
  const account = databaseAccount();
  new PostgresCluster(dataDir, account, postgresBinaries(account, dataDir)).stop();
}
