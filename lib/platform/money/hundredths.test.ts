import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHundredths, toHundredths, toRate, toScaled } from "@/lib/platform/money/hundredths";

describe("hundredths", () => {
  it("adds a tenth and two tenths to three", () => {
    expect(fromHundredths(toHundredths("0.1") + toHundredths("0.2"))).toBe("0.30");
  });

  it("reads and writes the same value", () => {
    expect(["0", "5", "5.5", "123.40", "-0.05", "1.500"].map(toHundredths)).toEqual([
      0, 500, 550, 12340, -5, 150,
    ]);
    expect([0, 5, -5, 100, -12345].map(fromHundredths)).toEqual(["0.00", "0.05", "-0.05", "1.00", "-123.45"]);
    expect(toScaled("33.333", 3)).toBe(33333);
    fc.assert(fc.property(fc.maxSafeInteger(), (n) => toHundredths(fromHundredths(n)) === n));
  });

  it("refuses what it cannot hold exactly", () => {
    for (const text of ["1.234", "", "x", "1,000", "1e3", ".5", "99999999999999.99"]) {
      expect(() => toHundredths(text)).toThrow(RangeError);
    }
  });

  it("has no rate over nothing", () => {
    expect(toRate(1, 0)).toBeNull();
    expect(toRate(0, 4)).toBe(0);
    expect(toRate(1, 3)).toBe(1 / 3);
  });
});
