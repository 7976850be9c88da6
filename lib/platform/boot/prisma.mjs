/**
 * Prisma's CLI, with the engine and the database that it needs: `npm run prisma -- migrate diff …`.
 */
import { spawn } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BootError, oneLine } from "./console.mjs";
import { openDatabase } from "./database.mjs";
import { root } from "./paths.mjs";

const engine = join(root, "lib/platform/boot/schema-engine.mjs");

/** What the CLI must be told; it would otherwise download an engine and report on itself. */
export const prismaEnv = {
  PRISMA_SCHEMA_ENGINE_BINARY: engine,
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/** Path of the CLI's script, to be run by this Node. */
export const prismaCli = join(root, "node_modules/prisma/build/index.js");

/** @param {string[]} args */
async function main(args) {
  chmodSync(engine, 0o755); // an unpacked archive may have lost it
  const needsDatabase = ["migrate", "db", "studio"].includes(args[0] ?? "") && !args.includes("--help");
  const database = needsDatabase ? await openDatabase() : undefined;
  const child = spawn(process.execPath, [prismaCli, ...args], {
    cwd: root,
    env: { ...process.env, ...prismaEnv },
    stdio: "inherit",
  });
  const code = await new Promise((done) => child.once("close", done));
  if (database && !database.adopted) database.close();
  process.exitCode = typeof code === "number" ? code : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${oneLine(error)}\n`);
    if (!(error instanceof BootError)) process.stderr.write(`${error?.stack}\n`);
    process.exitCode = 1;
  });
}
