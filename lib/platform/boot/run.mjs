/** Child processes of the boot: quiet while they succeed, heard in full when they fail. */
import { spawn } from "node:child_process";
import { BootError, isDiskFull } from "./console.mjs";
import { root } from "./paths.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends what is still running, when the boot is interrupted. */
export function stopChildren() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a command to its end in the checkout.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, onLine?: (line: string) => void,
 *   failure?: string }} [options] `show` passes its output through; else it is kept for `failure`
 * @returns {Promise<string>} its output, unless shown
 */
export async function run(command, args, { env = {}, show = false, onLine, failure } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
      const line = text.trim().split("\n").at(-1);
      if (line) onLine?.(line.trim());
    });
  }
  const code = await new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (status, signal) => done(signal ?? status));
  }).finally(() => running.delete(child));
  if (code === 0) return output;
  const full = new Error(output);
  if (isDiskFull(full)) throw full;
  if (output) process.stderr.write(`${output.trimEnd()}\n`);
  throw new BootError(failure ?? `${command} ${args[0] ?? ""} failed (${code})`);
}
