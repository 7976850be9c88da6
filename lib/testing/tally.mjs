/** Counts what the runners report. */
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * Vitest's JSON report.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Tally}
 */
export function vitestTally(report) {
  // A file that cannot even be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * Playwright's JSON report.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors?: unknown[] }} report
 * @returns {Tally}
 */
export function playwrightTally({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
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
  return { passed: tally.passed, failed: ok ? tally.failed : Math.max(1, tally.failed) };
}
