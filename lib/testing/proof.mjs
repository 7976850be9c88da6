/** The steps of the proof, each told with its time, and their sum. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp, generateClient } from "../platform/boot/build.mjs";
import { oneLine, say, seconds } from "../platform/boot/console.mjs";
import { installDependencies } from "../platform/boot/install.mjs";
import { root } from "../platform/boot/paths.mjs";
import { run } from "../platform/boot/run.mjs";
import { exitWith, onExit } from "../platform/boot/shutdown.mjs";
import { failedPages } from "./failed-pages.mjs";
import { playwrightTally, tallyOf, vitestTally } from "./tally.mjs";

const sum = { passed: 0, failed: 0 };
/** @type {{ name: string, tests: string[] }[]} */
const failures = [];

/**
 * One step. It fails if it throws, says false, or counts a failure; the rest goes on.
 * @param {string} name
 * @param {() => Promise<boolean | import("./tally.mjs").Tally>} work
 * @returns {Promise<boolean>}
 */
async function prove1(name, work) {
  const since = performance.now();
  say(`\n── ${name}`);
  const outcome = await work().catch((error) => {
    process.stderr.write(`${oneLine(error)}\n`);
    return false;
  });
  /** @type {import("./tally.mjs").Tally} */
  const tally = typeof outcome === "boolean" ? { passed: 0, failed: outcome ? 0 : 1 } : outcome;
  sum.passed += tally.passed;
  sum.failed += tally.failed;
  if (tally.failed > 0) failures.push({ name, tests: tally.names ?? [] });
  const told = tally.passed > 0 ? ` (${tally.passed} tests)` : "";
  say(`── ${name}: ${tally.failed > 0 ? "FAILED" : "ok"} in ${seconds(since)}${told}`);
  return tally.failed === 0;
}

/**
 * A program of the dependencies, heard in full.
 * @param {string} script below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>}
 */
function tool(script, args, env = {}) {
  const options = { env: { NEXT_TELEMETRY_DISABLED: "1", ...env }, show: true };
  return run(process.execPath, [join(root, "node_modules", script), ...args], options).then(
    () => true,
    () => false,
  );
}

/** @param {string} reports @param {string[]} projects */
async function vitest(reports, projects) {
  const file = join(reports, `${projects.join("-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await tool("vitest/vitest.mjs", ["run", ...chosen, ...report]);
  return tallyOf(file, vitestTally, ok);
}

/** @param {string} reports */
async function browserTests(reports) {
  const { ensureChromium } = await import("../../e2e/support/chromium.mjs");
  const { startServedApp } = await import("./served-app.mjs");
  const chromium = await ensureChromium();
  const app = await startServedApp();
  const file = join(reports, "playwright.json");
  const ok = await tool("@playwright/test/cli.js", ["test"], {
    BASE_URL: app.baseUrl,
    SIGN_INS_FILE: app.signInsFile,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  // A picture cannot be seen in an output: the page of what failed is told in words.
  if (!ok) for (const page of failedPages(join(root, "test-results"))) say(page);
  return tallyOf(file, playwrightTally, ok);
}

/** @param {{ quick: boolean }} options */
export async function prove({ quick }) {
  const since = performance.now();
  let finished = false;
  // Registered first, so it is told last, after everything has been stopped.
  onExit(() => finished && say(`${sum.passed} passed, ${sum.failed} failed`));
  const reports = mkdtempSync(join(tmpdir(), "tenantry-reports-"));
  onExit(() => rmSync(reports, { recursive: true, force: true }));
  const ready = await prove1("dependencies and client", async () => {
    await installDependencies();
    await generateClient();
    return true;
  });
  if (ready) {
    await prove1("format and lint", () =>
      tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
    );
    await prove1(
      "types",
      async () => (await tool("next/dist/bin/next", ["typegen"])) && tool("typescript/bin/tsc", ["--noEmit"]),
    );
    if (existsSync(join(root, ".dependency-cruiser.cjs"))) {
      const roots = ["app", "components", "lib", "prisma", "e2e"].filter((folder) =>
        existsSync(join(root, folder)),
      );
      await prove1("import law", () => tool("dependency-cruiser/bin/dependency-cruise.mjs", roots));
    }
    await prove1(quick ? "pure tests" : "pure and database tests", () =>
      vitest(reports, quick ? ["pure"] : ["pure", "db"]),
    );
    if (!quick && (await prove1("build", () => buildApp().then(() => true)))) {
      await prove1("browser tests", () => browserTests(reports));
    }
  }
  // Named once more at the end: of a long output it is the end that is read.
  for (const { name, tests } of failures) for (const test of tests) say(`✘ ${name}: ${test}`);
  const failed = failures.map(({ name }) => name).join(", ");
  say(`\n${seconds(since)} in all${failed ? `; failed: ${failed}` : ""}`);
  finished = true;
  await exitWith(sum.failed === 0 ? 0 : 1);
}
