import { expect, it } from "vitest";
import { growthFor } from "./heap-pace.mjs";

const MB = 2 ** 20;

it("lets a small heap grow by 50 MB, a large one by 30 % of what is alive, and none by more than twice", () => {
  // 50 / 80 = 62.5 %; 50 / 160 = 31.25 %; 50 / 200 = 25 %, less than 30
  expect([80, 160, 200, 1000].map((alive) => growthFor(alive * MB))).toEqual([63, 31, 30, 30]);
  expect([0, 10, 25].map((alive) => growthFor(alive * MB))).toEqual([200, 200, 200]);
});
