/** Where things are: the checkout, and the data that must outlive it. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** What `npm start` gives to node: its own flags, then the script. For those who serve the app in a process of theirs. */
export function startArguments() {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return String(scripts.start).split(" ").slice(1);
}

/** Marks of work already done on this checkout; safe to delete. */
export const stampDir = join(root, ".tmp", "boot");

/** DATA_DIR, where the embedded database and the sign-ins of the sample are kept. */
export function dataDir() {
  return resolve(root, process.env.DATA_DIR || "data");
}

/** The sign-ins of the sample zone, one `role email password` a line. */
export function signInsFile() {
  return resolve(root, process.env.SIGN_INS_FILE || join(dataDir(), "sign-ins.txt"));
}
