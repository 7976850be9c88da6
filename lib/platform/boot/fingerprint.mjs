/** What a piece of generated output was made from, so that it is made again only when that changes. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * A hash over the names and contents of files.
 * @param {string} base
 * @param {string[]} entries files and folders below it; those that do not exist count as absent
 * @param {(path: string) => boolean} [wanted] asked for each file and folder, by its path below `base`
 */
export function fingerprint(base, entries, wanted = () => true) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    const name = relative(base, path);
    if (!wanted(name)) return;
    const content = readdirOrFile(path);
    if (content === null) return;
    if (Array.isArray(content)) {
      for (const child of content) add(join(path, child));
      return;
    }
    hash.update(`${name}\0${content.length}\0`).update(content);
  };
  for (const entry of entries) add(join(base, entry));
  return hash.digest("hex");
}

/** @param {string} path @returns {string[] | Buffer | null} */
function readdirOrFile(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    return code === "EISDIR" ? readdirSync(path).sort() : null;
  }
}

/** @param {string} file @param {string} print */
export function isStamped(file, print) {
  return existsSync(file) && readFileSync(file, "utf8") === print;
}

/** @param {string} file @param {string} print */
export function writeStamp(file, print) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, print);
}
