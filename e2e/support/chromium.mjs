/** A Chromium for the browser tests: one that is there, else one that can be had. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Chromium without a window's whole browser around it: as Debian names it. It takes a third of the time off a journey. */
const shell = "chromium-headless-shell";

/** Places where systems and people put it, the quickest first. */
const usual = [
  `/usr/bin/${shell}`,
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
 * @param {number} patience in seconds
 */
function attempt(command, args, patience) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = /** @type {const} */ ({ stdio: ["ignore", "ignore", "inherit"], env });
  return spawnSync(command, args, { ...options, timeout: patience * 1000 }).status === 0;
}

/** Installs one of Debian's packages, and Chinese letters, where that can be done. @param {string} name */
function installPackage(name, patience = 300) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  attempt("apt-get", ["update"], patience);
  attempt("apt-get", ["install", "-y", "--no-install-recommends", name, "fonts-noto-cjk"], patience);
}

/** Finds a Chromium or installs one. @returns {Promise<string>} */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) {
    // One that was given, or Playwright's own, is wanted as it is.
    if (!process.env.CHROMIUM_PATH && found.startsWith("/usr/bin/chromium") && !found.endsWith(shell)) {
      installPackage(shell, 120);
    }
    return (await findChromium()) ?? found;
  }
  attempt(process.execPath, [join(playwright, "..", "cli.js"), "install", "chromium"], 300);
  for (const name of [shell, "chromium"]) if (!(await findChromium())) installPackage(name);
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
  // Pages are short: compiling them to be fast takes longer than they run, a third of the time that axe looks.
  "--js-flags=--no-maglev --no-turbofan",
];
