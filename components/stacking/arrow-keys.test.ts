import { expect, test } from "vitest";
import { findNext } from "./arrow-keys";
import type { Block } from "./blocks";

/** Two floors: `a` 60 and `b` 40 above `c` 30, `d` 70; the next one down is empty, then `e`. */
const blocks = (
  [
    ["a", 0, 0, 60],
    ["b", 0, 60, 40],
    ["c", 1, 0, 30],
    ["d", 1, 30, 70],
    ["e", 3, 0, 10],
  ] as const
).map(([id, floor, before, area]) => ({ id, floor, before, area }) as Block);

test.each([
  ["a", "ArrowRight", "b"],
  ["b", "ArrowRight", null], // the floor ends; the next floor is a key away
  ["b", "ArrowLeft", "a"],
  ["c", "ArrowLeft", null],
  ["a", "ArrowDown", "c"], // middle 30: c is 15 away, d 35
  ["b", "ArrowDown", "d"],
  ["d", "ArrowUp", "b"], // middle 65: b is 15 away, a 35
  ["d", "ArrowDown", "e"], // past the empty floor
  ["a", "ArrowUp", null],
  ["e", "ArrowDown", null],
  ["b", "Home", "a"],
  ["c", "End", "d"],
  ["a", "x", null],
])("from %s, %s leads to %s", (from, key, to) => {
  expect(findNext(blocks, from, key)?.id ?? null).toBe(to);
});
