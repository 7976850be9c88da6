/** The locked dependencies, installed when they are missing or the lock has changed. Needs none of them. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./console.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const lock = join(root, "package-lock.json");
/** npm's own record of what it put there, written last. */
const record = join(root, "node_modules/.package-lock.json");
const stamp = join(root, "node_modules/.installed-lock");

function lockHash() {
  return createHash("sha256").update(readFileSync(lock)).digest("hex");
}

function isInstalled() {
  if (!existsSync(record)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) return true;
  return statSync(record).mtimeMs >= statSync(lock).mtimeMs;
}

/**
 * `npm install`, since `npm ci` refuses a lock that lacks other platforms' packages; it does not
 * touch package.json or the lock.
 */
export async function installDependencies() {
  if (isInstalled()) return;
  const args = ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  await step("Installing the dependencies", () =>
    run(command, [...first, ...args], {
      failure: "npm install failed (see above): check the network or the npm registry, then start again.",
    }),
  );
  writeFileSync(stamp, lockHash());
}
