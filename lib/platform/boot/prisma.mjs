/**
 * Prisma's CLI, with the engine and the database that it needs: `npm run prisma -- migrate diff …`.
 */
import { spawn } from "node:child_process";
import { chmodSync } from "node:fs";
import { BootError, oneLine } from "./console.mjs";
import { openDatabase } from "./database.mjs";
import { root } from "./paths.mjs";
import { prismaCli, prismaEnv, schemaEngine } from "./prisma-env.mjs";

/** @param {string[]} args */
async function main(args) {
  chmodSync(schemaEngine, 0o755); // an unpacked archive may have lost it
  const needsDatabase = ["migrate", "db", "studio"].includes(args[0] ?? "") && !args.includes("--help");
  const database = needsDatabase ? await openDatabase() : undefined;
  const child = spawn(process.execPath, [prismaCli, ...args], {
    cwd: root,
    env: { ...process.env, ...prismaEnv },
    stdio: "inherit",
  });
  const code = await new Promise((done) => child.once("close", done));
  database?.release();
  process.exitCode = typeof code === "number" ? code : 1;
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${oneLine(error)}\n`);
  if (!(error instanceof BootError)) process.stderr.write(`${error?.stack}\n`);
  process.exitCode = 1;
});
