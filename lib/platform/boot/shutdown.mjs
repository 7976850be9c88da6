/** Everything that must be put in order before this process ends, in reverse order of its beginning. */
import { stopChildren } from "./run.mjs";

/** @type {(() => unknown)[]} */
const tasks = [];
let ending = false;

export function isEnding() {
  return ending;
}

/** @param {() => unknown} task */
export function onExit(task) {
  tasks.push(task);
}

/**
 * Puts things in order and ends the process; a second call, such as an impatient second Ctrl-C, waits with the first.
 * @param {number} code
 */
export async function exitWith(code) {
  if (ending) return;
  ending = true;
  stopChildren();
  for (const task of tasks.reverse()) {
    try {
      await task();
    } catch (error) {
      process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
    }
  }
  process.exit(code);
}

/** Ctrl-C, an orderly kill, a closed terminal. */
for (const [signal, number] of /** @type {const} */ ([
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGHUP", 1],
])) {
  process.on(signal, () => exitWith(128 + number));
}
