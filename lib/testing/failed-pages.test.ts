import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { failedPages } from "./failed-pages.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fail(name: string, page: string[]) {
  mkdirSync(join(folder, name));
  const text = [
    "# Error details",
    "```",
    "Error",
    "```",
    "# Page snapshot",
    "",
    "```yaml",
    ...page,
    "```",
    "# Test",
  ];
  writeFileSync(join(folder, name, "error-context.md"), text.join("\n"));
}

it("tells the page of a test that failed, and says what it leaves out", () => {
  fail("a-test", ["- link NCS", ...Array.from({ length: 70 }, (_, n) => `- row ${n}`)]);
  const [page = ""] = failedPages(folder);
  expect(page.split("\n").slice(0, 4)).toEqual(["", "── the page of a-test", "- link NCS", "- row 0"]);
  expect(page.endsWith("- row 58\n… and 11 lines more")).toBe(true);
});

it("tells no more than three, and nothing where nothing was kept", () => {
  for (const name of ["a", "b", "c", "d"]) fail(name, ["- main"]);
  mkdirSync(join(folder, "0-passed"));
  expect(failedPages(folder).map((page) => page.split("\n")[1])).toEqual([
    ...["── the page of a", "── the page of b", "── the page of c"],
  ]);
  expect(failedPages(join(folder, "none"))).toEqual([]);
});
