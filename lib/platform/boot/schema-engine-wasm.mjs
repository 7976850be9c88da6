/**
 * Prisma's schema engine, as WebAssembly. The native engine is a download that many machines
 * cannot make; this is the same engine from npm, talking to PostgreSQL through `pg`.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Compiles the engine once; its package expects a bundler to do this. */
async function instantiate() {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  // @ts-expect-error: an export that the package's types leave out
  instance.exports.__wbindgen_start();
}

/**
 * An engine for the database at `url`.
 * @param {string} url
 * @param {[path: string, content: string][]} [datamodels]
 * @param {(text: string) => void} [log]
 * @returns {Promise<import("@prisma/schema-engine-wasm").SchemaEngine>}
 */
export async function openSchemaEngine(url, datamodels, log = () => {}) {
  await instantiate();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  return bindings.SchemaEngine.new({ datamodels }, log, adapter);
}
