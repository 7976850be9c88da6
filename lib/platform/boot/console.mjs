/** What the boot says while it works, and how it fails: one line that tells what to do. */

/** A failure that the person at the keyboard can mend; its message is the whole story. */
export class BootError extends Error {
  name = "BootError";
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {number} since a `performance.now()` */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs a step and tells of it: its name at once where it may take long, the time it has taken
 * every few seconds, and the total. A terminal gets one line that counts; a log gets few lines.
 * @template T
 * @param {string} label what is being done: "Building the app"
 * @param {(note: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const since = performance.now();
  const live = process.stdout.isTTY;
  let note = "";
  let shown = false;
  const tick = () => {
    const text = `${label} … ${Math.round((performance.now() - since) / 1000)} s${note ? ` (${note})` : ""}`;
    process.stdout.write(live ? `\r\x1b[K${text.slice(0, (process.stdout.columns ?? 80) - 1)}` : `${text}\n`);
    shown = true;
  };
  const first = setTimeout(tick, live ? 300 : 2000);
  const every = setInterval(tick, live ? 1000 : 10_000);
  try {
    return await work((text) => {
      note = text;
    });
  } finally {
    clearTimeout(first);
    clearInterval(every);
    if (live && shown) process.stdout.write("\r\x1b[K");
    if (performance.now() - since > 100) say(`${label}: ${seconds(since)}`);
  }
}

/**
 * The one line for an error of any kind.
 * @param {unknown} error
 * @returns {string}
 */
export function oneLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error))
    return "The disk is full: free some space, then start again (nothing saved was lost).";
  return error instanceof BootError ? message : message.split("\n", 1)[0] || "Something failed";
}

/** @param {unknown} error */
export function isDiskFull(error) {
  if (!(error instanceof Error)) return false;
  if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOSPC") return true;
  return /ENOSPC|No space left on device|SQLSTATE 53100/.test(error.message);
}
