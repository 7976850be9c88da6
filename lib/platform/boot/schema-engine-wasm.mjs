/**
 * Prisma's schema engine, as WebAssembly. The native engine is a download that many machines
 * cannot make; this is the same engine from npm, talking to PostgreSQL through `pg`.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { CharAwareClient, withCharColumns } from "./schema-engine-char.mjs";

/** The engine leaves the words of its last panic here; what is thrown is a bare `RuntimeError`. */
const panic = { message: "" };

/** Compiles the engine; its package expects a bundler to do this. */
async function instantiate() {
  /** @param {string} text */
  const set_message = (text) => {
    panic.message = text;
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message } });
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  // @ts-expect-error: an export that the package's types leave out
  instance.exports.__wbindgen_start();
}

/** What an error of the engine means. @param {unknown} error */
export function engineError(error) {
  const { message, code, name } = /** @type {Error & { code?: string }} */ (error);
  if (name === "RuntimeError") return { panic: true, message: panic.message || message, code };
  // The engine appends where in its own source it stood, which helps nobody here.
  return { panic: false, message: String(message ?? error).replace(/\n\s+0: [\s\S]*$/, ""), code };
}

/**
 * An engine for the database at `url`. It leaves connections and timers behind, so whoever opens
 * one ends with `process.exit`.
 * @param {string} url
 * @param {{ datamodels?: [path: string, content: string][], log?: (text: string) => void }} [options]
 * @returns {Promise<import("@prisma/schema-engine-wasm").SchemaEngine>}
 */
export async function openSchemaEngine(url, { datamodels, log = () => {} } = {}) {
  await instantiate();
  const pool = openPool(url);
  const adapter = new PrismaPg(pool);
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => corrected(await adapter.connect()),
    connectToShadowDb: () => connectToShadow(url, pool),
  });
  return bindings.SchemaEngine.new({ datamodels }, log, factory);
}

/**
 * The adapter cuts a script at every semicolon, also within a function's body; sent whole it is one
 * transaction, as with the native engine.
 * @param {Awaited<ReturnType<PrismaPg["connect"]>>} connection
 */
function corrected(connection) {
  connection.executeScript = async (script) => {
    await connection
      .underlyingDriver()
      .query(script)
      .catch((error) => /** @type {any} */ (connection).onError(error));
  };
  return withCharColumns(connection);
}

/** @param {string} url @param {string} [otherDatabase] */
function openPool(url, otherDatabase) {
  // Taken apart, because the database in a connection string outranks any other.
  const { host, port, user, password, database, ssl } = new pg.Client(url);
  const config = {
    host,
    port,
    user,
    password,
    ssl,
    database: otherDatabase ?? database,
    Client: CharAwareClient,
  };
  const pool = new pg.Pool({ ...config, connectionTimeoutMillis: 10_000 });
  // A connection that the server ends is told by the next statement; unheard it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * A database to replay migrations in. The adapter's own cannot be dropped, as its pool still has it open.
 * @param {string} url
 * @param {pg.Pool} pool
 */
async function connectToShadow(url, pool) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await pool.query(`CREATE DATABASE "${name}"`);
  const shadow = openPool(url, name);
  const connection = corrected(await new PrismaPg(shadow).connect());
  connection.dispose = async () => {
    await shadow.end();
    await pool.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  };
  return connection;
}
