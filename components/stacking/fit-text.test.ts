import { expect, test } from "vitest";
import { cutToFit, firstFitting } from "./fit-text";

test("a narrow block shows less, and never half a character", () => {
  expect(cutToFit("Lion TCR", 100)).toBe("Lion TCR");
  expect(cutToFit("广州新加坡科技有限公司", 60)).toBe("广州新加…");
  // A family is one character to a reader, and eleven to a computer.
  const family = "👨‍👩‍👧‍👦";
  expect(cutToFit(`${family}${family}${family}科技有限公司`, 300).startsWith(family)).toBe(true);
  expect(cutToFit("Lion TCR", 20)).toBe("");
  const texts = ["101 · 1,200 m² · 2025-12-31", "1,200 m²", "101"];
  expect(firstFitting(texts, 400)).toBe(texts[0]);
  expect(firstFitting(texts, 70)).toBe("1,200 m²");
  expect(firstFitting(texts, 4)).toBe("");
});
