/** `npm start`. Only the check of Node's version is loaded before Node's version is checked. */
import { nodeProblem } from "./node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
import("./boot.mjs").then(({ boot }) => boot(process.argv.slice(2)));
