/** A lock file that names its holder, and dies with it, a `kill -9` and a reused pid included. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * What tells a process from a later one with the same pid: when it started, and on which boot.
 * @param {number} pid
 * @returns {string} empty if there is no such process
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return "";
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return "";
  }
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z") return "";
      return `${fields[19]}@${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
    } catch {
      return "";
    }
  }
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

/**
 * Whoever holds the lock now.
 * @param {string} file
 * @returns {number | null} a pid
 */
export function lockHolder(file) {
  try {
    const [pid, identity] = readFileSync(file, "utf8").trim().split("\n");
    const alive = processIdentity(Number(pid));
    return alive !== "" && alive === identity ? Number(pid) : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock for this process.
 * @param {string} file
 * @returns {number | null} the pid of the live process that has it already, or null once taken
 */
export function takeLock(file) {
  const mine = `${process.pid}\n${processIdentity(process.pid)}\n`;
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o644 });
      return null;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const holder = lockHolder(file);
    if (holder !== null && holder !== process.pid) return holder;
    rmSync(file, { force: true });
  }
}

/** Gives it back, if it is ours. @param {string} file */
export function releaseLock(file) {
  if (lockHolder(file) === process.pid) rmSync(file, { force: true });
}

/**
 * Runs `work` while no other process does, waiting for its turn.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (takeLock(file) !== null) await new Promise((wake) => setTimeout(wake, 250));
  try {
    return await work();
  } finally {
    releaseLock(file);
  }
}
