/** Where things are: the checkout, and the data that must outlive it. */
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

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
