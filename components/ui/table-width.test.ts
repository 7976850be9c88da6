import { expect, test } from "vitest";
import { isWide } from "./table-width";

const column = (text: string, header = "Code", wrap = false) => ({ header, wrap, cells: [text] });
const many = (count: number, text: string) => Array.from({ length: count }, () => column(text));

test("a table is wide when its longest words, each on one line, do not fit the page", () => {
  // 10 letters × 7 + 20 = 90 a column: eleven are 990, twelve 1,080 of 1,016
  expect(isWide(many(11, "2022-11-01"))).toBe(false);
  expect(isWide(many(12, "2022-11-01"))).toBe(true);
  // Six Chinese characters × 13 + 20 = 98: ten are 980, eleven 1,078
  expect(isWide(many(10, "中新广州知识"))).toBe(false);
  expect(isWide(many(11, "中新广州知识"))).toBe(true);
});

test("words that may break need their least, and a heading breaks between its words", () => {
  const long = "Ascendas OneHub GKC, Phase I, and whatever else a name may say of itself";
  // 160 + 20 = 180: five are 900, six 1,080
  expect(isWide(Array.from({ length: 5 }, () => column(long, "Name", true)))).toBe(false);
  expect(isWide(Array.from({ length: 6 }, () => column(long, "Name", true)))).toBe(true);
  // The longest word of the heading, "Milestones": 10 × 7 + 20 = 90
  expect(isWide(Array.from({ length: 11 }, () => column("4", "Milestones done late")))).toBe(false);
  expect(isWide([])).toBe(false);
});
