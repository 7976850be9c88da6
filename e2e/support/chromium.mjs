/** A Chromium for the browser tests: one that is there, else one that can be had. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Places where systems and people put it. */
const usual = [
  ...[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
  ],
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const playwright = createRequire(import.meta.url).resolve("@playwright/test");

/** Asked of Playwright itself, which knows its version and its cache. */
async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** @returns {Promise<string | undefined>} the path of a Chromium that is there */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH ${given} is not there: mend it, or unset it.`);
  }
  return [await playwrightBrowser(), ...usual].find((path) => existsSync(path));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env, timeout: 300_000 }).status === 0
  );
}

/** Finds a Chromium or installs one. @returns {Promise<string>} */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const cli = join(playwright, "..", "cli.js");
  attempt(process.execPath, [cli, "install", "chromium"]);
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    attempt("apt-get", ["update"]);
    attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    "There is no Chromium and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.",
  );
}

/** Nothing but the page: no sandbox where root has none, no graphics card, no talk with the vendor. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
