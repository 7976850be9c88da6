import { expect, test } from "vitest";
import { playwrightTally, tallyOf, vitestTally } from "./tally.mjs";

test("a file that cannot be loaded counts as a failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}] },
    { status: "passed", assertionResults: [{}, {}] },
  ];
  expect(vitestTally({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 2,
  });
});

test("a flaky test counts as a failure", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  expect(playwrightTally({ stats })).toEqual({ passed: 5, failed: 2 });
});

test("a runner that fails without a report, or beside its tests, is a failure", () => {
  expect(tallyOf("/nowhere.json", vitestTally, false)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf("/nowhere.json", vitestTally, true)).toEqual({ passed: 0, failed: 0 });
});
