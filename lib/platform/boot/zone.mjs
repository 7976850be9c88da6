/** What a new database begins with: the sample zone, or nothing but a first administrator. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { BootError, say } from "./console.mjs";
import { signInsFile } from "./paths.mjs";
import { run } from "./run.mjs";

/** @typedef {"sample" | "own"} Zone */

/** How the app's TypeScript is run outside the app. */
export const runTypeScript = ["--conditions=react-server", "--import", "tsx"];

/**
 * Decides once what the database is, and loads the sample if it is to be that. A load that was
 * interrupted is taken up again, since loading twice is loading once.
 * @param {Pick<import("./settings.mjs").Settings, "get" | "set" | "hasUsers">} settings
 * @param {{ empty: boolean, load?: () => Promise<void> }} options
 * @returns {Promise<Zone>}
 */
export async function prepareZone(settings, { empty, load = loadSample }) {
  const known = await settings.get("zone");
  if (known === "own") return "own";
  if (empty && known) {
    throw new BootError(
      "This database holds the sample zone: start your own in a new one, such as DATA_DIR=./zone npm start -- --empty.",
    );
  }
  if (known === "sample") return "sample";
  if (!known && (empty || (await settings.hasUsers()))) {
    await settings.set("zone", "own");
    return "own";
  }
  await settings.set("zone", "loading the sample");
  await load();
  await settings.set("zone", "sample");
  return "sample";
}

async function loadSample() {
  say("Loading the sample zone (the first time only)");
  mkdirSync(dirname(signInsFile()), { recursive: true });
  await run(process.execPath, [...runTypeScript, "prisma/seed/run.ts"], {
    env: { SIGN_INS_FILE: signInsFile() },
    show: true,
    failure: "The sample zone could not be loaded (see above).",
  });
}

/**
 * How to get in.
 * @param {{ zone: Zone, empty: boolean, address: string }} options
 */
export async function welcome({ zone, empty, address }) {
  if (zone === "sample") {
    const file = signInsFile();
    if (!existsSync(file)) return say(`The sample's sign-ins are where it was loaded: ${file} is not here.`);
    say(`\nSign in to the sample zone (from ${file}):`);
    for (const line of readFileSync(file, "utf8").trim().split("\n")) {
      const [role = "", email = "", password = ""] = line.split(" ");
      say(`  ${role.padEnd(14)} ${email.padEnd(32)} ${password}`);
    }
    say("");
  } else if (empty) {
    await run(process.execPath, [...runTypeScript, "lib/platform/boot/first-admin.ts"], {
      env: { APP_URL: address },
      show: true,
      failure: "The first administrator could not be prepared (see above).",
    });
  }
}
