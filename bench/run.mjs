/**
 * `npm run bench -- --size s|m|l|all --seconds 2`: what the app costs at a size, each figure beside its limit,
 * measured by turns in the same run. A report, not a test.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildApp, generateClient } from "../lib/platform/boot/build.mjs";
import { oneLine, say, step } from "../lib/platform/boot/console.mjs";
import { root } from "../lib/platform/boot/paths.mjs";
import { run } from "../lib/platform/boot/run.mjs";
import { exitWith, onExit } from "../lib/platform/boot/shutdown.mjs";
import { runTypeScript } from "../lib/platform/boot/zone.mjs";
import { removeDataDir, temporaryDataDir } from "../lib/testing/temporary-postgres.mjs";
import { memoryOf, serveApp, serveBare, serveLimit, signIn } from "./app.mjs";
import { sizes } from "./data.mjs";
import { loadZone } from "./load.mjs";
import { asking, measureByTurns } from "./measure.mjs";
import { recordStatements, scenarios, scriptsOf, toTarget } from "./scenarios.mjs";

const firm = "01930005-0000-7000-8000-000000000001";

/** @param {string} script @param {string} url @param {number} [seconds] */
async function runScript(script, url, seconds = 1) {
  const env = { DATABASE_URL: url, BENCH_SECONDS: String(seconds), DATABASE_POOL: "16" };
  const output = await run(process.execPath, [...runTypeScript, script], { env });
  // Node's own warnings may stand before it.
  return JSON.parse(output.split("\n").findLast((line) => /^[[{]/.test(line)) ?? "null");
}

/** @param {string} name @param {number} lanes @param {import("./measure.mjs").Cost[]} costs */
function tell(name, lanes, [app, limit]) {
  const told = (/** @type {import("./measure.mjs").Cost} */ { p50, p95, rate, failures }) =>
    `${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)} ${rate.toFixed(0).padStart(6)}/s${failures > 0 ? ` ${failures} FAILED` : ""}`;
  const ratios = `p95 ×${(app.p95 / limit.p95).toFixed(1).padStart(4)}  rate ×${(app.rate / limit.rate).toFixed(2)}`;
  say(`${name.padEnd(24)} ${String(lanes).padStart(2)} │${told(app)} │${told(limit)} │ ${ratios}`);
}

/** What a round costs: to open, to be answered by so many firms, and to be reported. @param {Record<string, number>} r */
function tellReturns({ asked, opening, sent, sending, handed, byHand, figures, counting }) {
  const each = sending / sent / (byHand / handed);
  say(`A round of ${asked} firms opens in ${opening.toFixed(1)} s`);
  say(`${sent} firms send within ${sending.toFixed(1)} s, ×${each.toFixed(1)} of bare statements each`);
  const ms = (/** @type {number} */ s) => `${(s * 1000).toFixed(0)} ms`;
  say(`Its figures take ${ms(figures)}, a bare count by state ${ms(counting)}`);
}

/** @param {keyof typeof sizes} name @param {string} dataDir @param {string} folder @param {number} seconds */
async function bench(name, dataDir, folder, seconds) {
  say(`\n── ${name.toUpperCase()}: ${JSON.stringify(sizes[name])}`);
  const url = await loadZone(dataDir, `bench_${name}`, sizes[name]);
  const people = await runScript("bench/people.ts", url);
  const all = scenarios(firm);
  const record = join(folder, "record.jsonl");
  const file = join(folder, "statements.json");
  const recorded = await serveApp(url, record);
  const cookies = await signIn(recorded.baseUrl, people.admin);
  const managerCookies = await signIn(recorded.baseUrl, people.manager);
  const callers = { cookies, managerCookies, token: people.token };
  const waves = await recordStatements(all, { ...recorded, ...callers }, record, file);
  await recorded.stop();

  const app = await serveApp(url);
  const limit = await serveLimit(url, file);
  const caller = { baseUrl: app.baseUrl, ...callers };
  const cold = memoryOf(app.pid);
  const list = all.findIndex(({ name }) => name === "list page");
  const bare = await serveBare(url, file, `/${list}`);
  say(
    "                      conns │    p50     p95     rate │    p50     p95     rate │ app beside limit (ms)",
  );
  for (const [i, scenario] of all.entries()) {
    const targets = [asking(toTarget(scenario, caller)), asking({ url: `${limit.baseUrl}/${i}` })];
    // What an office's server has long been asked; what was never asked is slow for its first seconds.
    await measureByTurns(
      targets.map(({ work }) => work),
      { lanes: 4, seconds: 2, rounds: 1 },
    );
    for (const lanes of [1, 16]) {
      const works = targets.map(({ work }) => work);
      tell(scenario.name, lanes, await measureByTurns(works, { lanes, seconds, rounds: 2 }));
    }
    for (const target of targets) target.close();
  }
  const pages = [asking(toTarget(all[list], caller)), asking({ url: `${bare.baseUrl}/` })];
  const draw = pages.map(({ work }) => work);
  // Drawing a page is mostly JavaScript, which runs at full speed after a thousand pages or so.
  await measureByTurns(draw, { lanes: 4, seconds: 10, rounds: 3 });
  for (const lanes of [1, 16]) {
    tell("list page, bare Next", lanes, await measureByTurns(draw, { lanes, seconds, rounds: 2 }));
  }
  for (const page of pages) page.close();
  await bare.stop();
  for (const { name, lanes, app: service, limit: bare } of await runScript("bench/write.ts", url, seconds)) {
    tell(name, lanes, [service, bare]);
  }
  tellReturns(await runScript("bench/returns.ts", url));
  const statements = all.map((scenario, i) => `${scenario.name} ${waves[`/${i}`].flat().length}`);
  say(`Statements a request: ${statements.join(", ")}`);
  const { files, kilobytes } = await scriptsOf(caller, all[1]);
  say(`JavaScript of the list page: ${kilobytes.toFixed(0)} KB gzipped in ${files} files`);
  say(`Memory of the app: ${cold.toFixed(0)} MB at start, ${memoryOf(app.pid).toFixed(0)} MB after the load`);
  say(`Cold start to the first page, database up and app built: ${app.startedIn.toFixed(2)} s`);
  await limit.stop();
  await app.stop();
}

try {
  const { values } = parseArgs({ options: { size: { type: "string" }, seconds: { type: "string" } } });
  const wanted = values.size === "all" ? ["s", "m", "l"] : (values.size ?? "s,m").toLowerCase().split(",");
  const unknown = wanted.find((name) => !(name in sizes));
  if (unknown !== undefined) throw new Error(`There is no size "${unknown}": say --size s, m, l or all.`);
  await generateClient();
  await buildApp();
  await step("Building the bare page", () =>
    run(
      process.execPath,
      [join(root, "node_modules/next/dist/bin/next"), "build", join(root, "bench/bare")],
      { env: {} },
    ),
  );
  const dataDir = temporaryDataDir();
  onExit(() => removeDataDir(dataDir));
  const folder = mkdtempSync(join(tmpdir(), "tenantry-bench-"));
  onExit(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of wanted) {
    await bench(/** @type {keyof typeof sizes} */ (name), dataDir, folder, Number(values.seconds ?? 2));
  }
  await exitWith(0);
} catch (error) {
  process.stderr.write(`${oneLine(error)}\n`);
  if (process.env.DEBUG) console.error(error);
  await exitWith(1);
}
