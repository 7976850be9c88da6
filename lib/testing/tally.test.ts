import { expect, test } from "vitest";
import { playwrightTally, tallyOf, vitestTally } from "./tally.mjs";

test("a file that cannot be loaded counts as a failure", () => {
  const testResults = [
    { name: "a.test.ts", status: "failed", message: "No such module\nfrom b", assertionResults: [] },
    {
      name: "b.test.ts",
      status: "failed",
      assertionResults: [
        { status: "failed", fullName: "sums", failureMessages: ["\u001b[31m2 is not 3\u001b[39m\nat"] },
      ],
    },
    {
      name: "c.test.ts",
      status: "passed",
      assertionResults: [
        { status: "passed", fullName: "one" },
        { status: "passed", fullName: "two" },
      ],
    },
  ];
  expect(vitestTally({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 2,
    names: ["b.test.ts › sums: 2 is not 3", "a.test.ts: No such module"],
  });
});

test("a flaky test counts as a failure", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  expect(playwrightTally({ stats })).toEqual({ passed: 5, failed: 2, names: [] });
});

test("a journey that fails is named with its file and heading", () => {
  const stats = { expected: 1, unexpected: 1, flaky: 0 };
  const heading = { title: "in Chinese", specs: [{ title: "saves", ok: false }] };
  const suites = [{ title: "parks.spec.ts", specs: [{ title: "opens", ok: true }], suites: [heading] }];
  expect(playwrightTally({ stats, suites }).names).toEqual(["parks.spec.ts › in Chinese › saves"]);
});

test("a runner that fails without a report, or beside its tests, is a failure", () => {
  expect(tallyOf("/nowhere.json", vitestTally, false)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf("/nowhere.json", vitestTally, true)).toEqual({ passed: 0, failed: 0 });
});
