import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "./paths.mjs";

/** Whether the configuration of a phase brings a compiler into the process that reads it. */
function bringsCompiler(phase: string): boolean {
  const script = `
    const { [process.argv[1]]: phase } = require("next/constants");
    require("./next.config.js")(phase);
    console.log(Object.keys(require.cache).some((file) => file.includes("@swc/core")));`;
  const answer = execFileSync(process.execPath, ["-e", script, phase], { cwd: root, encoding: "utf8" });
  return answer.trim() === "true";
}

it("brings what next-intl adds to the bundler, and its compiler, to a build alone, not to the built app", () => {
  expect(bringsCompiler("PHASE_PRODUCTION_BUILD")).toBe(true);
  expect(bringsCompiler("PHASE_PRODUCTION_SERVER")).toBe(false);
});
