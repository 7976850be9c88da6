/** From a bare checkout to a served app, one step after the other. */
import { parseArgs } from "node:util";
import { buildApp, generateClient } from "./build.mjs";
import { BootError, oneLine, say, seconds, step } from "./console.mjs";
import { claimDataDir, openDatabase, releaseDataDir } from "./database.mjs";
import { installDependencies } from "./install.mjs";
import { migrate } from "./migrate.mjs";
import { dataDir } from "./paths.mjs";
import { choosePort } from "./ports.mjs";
import { exitWith, isEnding, onExit } from "./shutdown.mjs";

/** @param {string[]} args */
export async function boot(args) {
  try {
    await start(readArguments(args));
  } catch (error) {
    if (isEnding()) return; // what fails because we were told to stop is no news
    process.stderr.write(`${oneLine(error)}\n`);
    if (!(error instanceof BootError) && process.env.DEBUG) console.error(error);
    await exitWith(1);
  }
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    const { values } = parseArgs({ args, options: { empty: { type: "boolean" }, dev: { type: "boolean" } } });
    return { empty: values.empty === true, dev: values.dev === true };
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new BootError(`${message.split(". ", 1)[0]}: the options are --empty and --dev.`);
  }
}

/** @param {{ empty: boolean, dev: boolean }} options */
async function start({ empty, dev }) {
  const since = performance.now();
  const port = await choosePort(process.env.PORT);
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  if (!process.env.DATABASE_URL) {
    claimDataDir();
    onExit(releaseDataDir);
  }
  await installDependencies();
  const database = await step("Starting the database", () => openDatabase());
  onExit(() => database.stop());
  if (database.adopted) say(`Found the database of ${dataDir()} running, and took it over`);
  await generateClient();
  await step("Migrating the database", (note) => migrate(database.url, (names) => note(names.join(", "))));
  // Loaded only now: these need the installed packages.
  const { openSettings } = await import("./settings.mjs");
  const { prepareZone, welcome } = await import("./zone.mjs");
  const { serve } = await import("./serve.mjs");
  const settings = await openSettings(database.url);
  const zone = await settings.exclusively(async () => {
    const secret = process.env.NEXTAUTH_SECRET || (await settings.authSecret());
    Object.assign(process.env, { NEXTAUTH_SECRET: secret, AUTH_TRUST_HOST: "1" });
    return prepareZone(settings, { empty });
  });
  await settings.close();
  process.env.TENANTRY_SAMPLE = zone === "sample" ? "1" : "0";
  if (!dev) await buildApp();
  const address = await serve({ port, dev });
  say(`\nTenantry runs on ${address} (${seconds(since)})`);
  await welcome({ zone, empty, address });
  say("Ctrl-C stops it.");
}
