import { defineConfig } from "@playwright/test";
import { chromiumArgs, findChromium } from "./e2e/support/chromium.mjs";

/** Runs against an app that is up already: `npm test` starts one, or set BASE_URL. No retries: a flake is a bug. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    // A trace of each step costs a third of the time, and few are ever looked at: TRACE=1 keeps those of failures.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: await findChromium(), args: chromiumArgs },
  },
});
