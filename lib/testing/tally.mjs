/** Counts what the runners report. */
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, names?: string[] }} Tally `names`: of what failed */

/**
 * Vitest's JSON report.
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestAnswer
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { name: string, status: string, message?: string, assertionResults: VitestAnswer[] }[] }} report
 * @returns {Tally}
 */
export function vitestTally(report) {
  // A file that cannot even be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const names = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages: [why = ""] = [] }) => `${name} › ${fullName}: ${firstLine(why)}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    names: [...names, ...broken.map(({ name, message = "" }) => `${name}: ${firstLine(message)}`)],
  };
}

/**
 * Playwright's JSON report.
 * @typedef {{ title: string, specs?: { title: string, ok: boolean }[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors?: unknown[], suites?: PlaywrightSuite[] }} report
 * @returns {Tally}
 */
export function playwrightTally({ stats, errors = [], suites = [] }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    names: suites.flatMap(failedOf),
  };
}

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failedOf({ title, specs = [], suites = [] }) {
  const own = specs.filter(({ ok }) => !ok).map((spec) => spec.title);
  return [...own, ...suites.flatMap(failedOf)].map((name) => `${title} › ${name}`);
}

/** @param {string} text a failure's, without what colours it */
function firstLine(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
  return (text.split("\n")[0] ?? "").replace(/\u001b\[\d+m/g, "").slice(0, 300);
}

/**
 * What a runner's report says, and at least one failure if the runner itself says so.
 * @template T
 * @param {string} file its JSON report
 * @param {(report: T) => Tally} read
 * @param {boolean} ok its exit code was 0
 * @returns {Tally}
 */
export function tallyOf(file, read, ok) {
  const tally = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
  return { ...tally, failed: ok ? tally.failed : Math.max(1, tally.failed) };
}
