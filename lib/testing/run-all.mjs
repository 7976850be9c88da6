/**
 * `npm test`: every check and every test, in order, whatever fails on the way; `--verify` stops
 * before those that need a database. The last line is the sum.
 */
import { nodeProblem } from "../platform/boot/node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
import("./proof.mjs").then(({ prove }) => prove({ quick: process.argv.includes("--verify") }));
