/** Applies the migrations of a folder to DATABASE_URL: `apply-migrations.mjs <folder> <name>…`, oldest first. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engineError, openSchemaEngine } from "./schema-engine-wasm.mjs";

const [folder = "", ...names] = process.argv.slice(2);
/** @param {string[]} path */
const read = (...path) => readFileSync(join(folder, ...path), "utf8");

try {
  const engine = await openSchemaEngine(process.env.DATABASE_URL ?? "");
  await engine.applyMigrations({
    migrationsList: {
      baseDir: folder,
      lockfile: { path: "migration_lock.toml", content: read("migration_lock.toml") },
      shadowDbInitScript: "",
      migrationDirectories: names.map((name) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: read(name, "migration.sql") } },
      })),
    },
    filters: { externalTables: [], externalEnums: [] },
  });
  process.exit(0);
} catch (error) {
  process.stderr.write(`${engineError(error).message}\n`, () => process.exit(1));
}
