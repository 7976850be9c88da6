import { expect, test } from "vitest";
import { between } from "./between";

const rows = ["a", "b", "c", "d"];

test.each([
  ["b", "d", "bcd"],
  ["d", "b", "bcd"],
  ["c", "c", "c"],
  // What was ticked first is no longer on the page.
  ["x", "c", ""],
])("from %s to %s", (one, other, all) => expect(between(rows, one, other).join("")).toBe(all));
