import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isBuilt } from "./build.mjs";
import { BootError, isDiskFull, oneLine } from "./console.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { lockHolder, processIdentity, releaseLock, takeLock } from "./lock.mjs";
import { comparedMigrations } from "./migrate.mjs";
import { nodeProblem } from "./node-version.mjs";
import { choosePort } from "./ports.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenantry-unit-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("Node 20.19 and newer is accepted, older is one line", () => {
  for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0"])
    expect(nodeProblem(version)).toBeUndefined();
  for (const version of ["18.20.4", "20.9.0", "20.18.3"])
    expect(nodeProblem(version)).toMatch(/^Node .* is too old/);
});

describe("the lock of a data folder", () => {
  const file = () => join(folder, "app.lock");

  test("is taken once, and given back", () => {
    expect(takeLock(file())).toBeNull();
    expect(lockHolder(file())).toBe(process.pid);
    releaseLock(file());
    expect(lockHolder(file())).toBeNull();
  });

  test("names another live process", () => {
    writeFileSync(file(), `${process.ppid}\n${processIdentity(process.ppid)}\n`);
    expect(takeLock(file())).toBe(process.ppid);
  });

  test("outlives no process", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(file(), `${pid}\nwhen it ran\n`);
    expect(takeLock(file())).toBeNull();
  });

  test("is not taken for that of a later process with the same pid", () => {
    writeFileSync(file(), `${process.ppid}\nanother start of it\n`);
    expect(takeLock(file())).toBeNull();
  });

  test("which a crash left half-written holds nobody up", () => {
    writeFileSync(file(), "");
    expect(takeLock(file())).toBeNull();
  });
});

describe("a fingerprint", () => {
  test("changes with a name and a content, and with nothing else", () => {
    mkdirSync(join(folder, "app"));
    writeFileSync(join(folder, "app/page.tsx"), "one");
    const print = () => fingerprint(folder, ["app", "absent"], (path) => !path.endsWith(".md"));
    const first = print();
    writeFileSync(join(folder, "app/notes.md"), "unwanted");
    expect(print()).toBe(first);
    writeFileSync(join(folder, "app/page.tsx"), "two");
    expect(print()).not.toBe(first);
  });

  test("of the app leaves out what is not in it", () => {
    for (const path of [
      "app/api/docs/page.tsx",
      "lib/platform/db/client.ts",
      "next.config.js",
      ".env.local",
    ]) {
      expect([path, isBuilt(path)]).toEqual([path, true]);
    }
    for (const path of [
      "node_modules",
      ".next",
      ".git",
      "e2e",
      "README.md",
      "lib/testing",
      "lib/x/rules.test.ts",
    ]) {
      expect([path, isBuilt(path)]).toEqual([path, false]);
    }
  });
});

test("migrations are pending, failed, or of a newer version", () => {
  const row = (name: string, finished = true) => ({ name, finished });
  expect(comparedMigrations([], ["1", "2"])).toEqual({ pending: ["1", "2"], failed: [], unknown: [] });
  expect(comparedMigrations([row("1")], ["1", "2"]).pending).toEqual(["2"]);
  expect(comparedMigrations([row("1"), row("2", false)], ["1", "2"]).failed).toEqual(["2"]);
  expect(comparedMigrations([row("1"), row("3")], ["1"]).unknown).toEqual(["3"]);
});

test("an error is told in one line, a full disk in its own words", () => {
  expect(oneLine(new BootError("Do this."))).toBe("Do this.");
  expect(oneLine(new Error("first\n  at somewhere"))).toBe("first");
  expect(oneLine(Object.assign(new Error("x"), { code: "ENOSPC" }))).toMatch(/^The disk is full/);
  expect(isDiskFull(new Error("could not extend file: No space left on device"))).toBe(true);
  expect(isDiskFull(new Error("something else"))).toBe(false);
});

test("a port is a number that is free", async () => {
  await expect(choosePort("abc")).rejects.toThrow("PORT=abc is not a port");
  await expect(choosePort("70000")).rejects.toThrow("is not a port");
  expect(await choosePort("0")).toBeGreaterThan(0);
});
