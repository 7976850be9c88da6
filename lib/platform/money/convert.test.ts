import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { type Amount, convertOrThrow, type DayRate, totalOf } from "./convert";
import { add, over, times, toDecimal, toFraction } from "./fraction";

const d = (text: string) => toCivil(text);
const usd = (amount: string, on = "2022-03-01"): Amount => ({ amount, currency: "USD", on: d(on) });
const cny = (amount: string, on: string, rate?: string): Amount => ({
  ...{ amount, currency: "CNY", on: d(on) },
  rate: rate ? { base: "USD", quote: "CNY", rate } : null,
});
const rate = (base: string, quote: string, on: string, text: string): DayRate => ({
  ...{ base, quote, on: d(on), rate: text },
});

describe("three green bonds", () => {
  const bonds = [usd("500000000"), cny("3200000000", "2022-05-10", "6.40"), usd("340000000", "2022-08-01")];

  it("are USD 1.34 bn", () => {
    // 500 + 3,200 / 6.40 + 340 = 500 + 500 + 340 = 1,340 m
    const totals = totalOf(bonds, "USD", []);
    expect(totals.converted).toBe("1340000000.00");
    expect(totals.byCurrency).toEqual([
      { currency: "CNY", amount: "3200000000.00", count: 1 },
      { currency: "USD", amount: "840000000.00", count: 2 },
    ]);
  });

  it("stay so when today's rate becomes 7.10, and when the table says so of the day itself", () => {
    const later = [rate("USD", "CNY", "2026-11-27", "7.10"), rate("USD", "CNY", "2022-05-10", "7.10")];
    expect(totalOf(bonds, "USD", later).converted).toBe("1340000000.00");
  });

  it("need in CNY the rates of their own days, and each that is missing is named", () => {
    const totals = totalOf(bonds, "CNY", [rate("USD", "CNY", "2022-03-01", "6.3")]);
    expect(totals.converted).toBeNull();
    expect(totals.missing).toEqual([{ from: "USD", to: "CNY", on: "2022-08-01" }]);
    const known = [rate("USD", "CNY", "2022-03-01", "6.3"), rate("USD", "CNY", "2022-08-01", "6.75")];
    // 500 × 6.3 + 3,200 + 340 × 6.75 = 3,150 + 3,200 + 2,295 = 8,645 m
    expect(totalOf(bonds, "CNY", known).converted).toBe("8645000000.00");
  });
});

describe("an amount in another currency", () => {
  it("takes its own rate first, else the table's of exactly its day, in either direction", () => {
    const table = [rate("USD", "CNY", "2022-05-10", "7.1"), rate("CNY", "USD", "2022-05-11", "0.15")];
    // 71 / 7.1 = 10; 71 / 6.4 = 11.09375; 100 × 0.15 = 15
    expect(convertOrThrow(cny("71", "2022-05-10"), "USD", table)).toBe("10.00");
    expect(convertOrThrow(cny("71", "2022-05-10", "6.4"), "USD", table)).toBe("11.09");
    expect(convertOrThrow(cny("100", "2022-05-11"), "USD", table)).toBe("15.00");
    // The own rate is of another pair: it says nothing here.
    const sgd = rate("CNY", "SGD", "2022-05-10", "0.2");
    expect(convertOrThrow(cny("71", "2022-05-10", "6.4"), "SGD", [sgd])).toBe("14.20");
  });

  it("is never taken 1:1: without a rate of the day the pair and the day are named", () => {
    const near = [rate("USD", "CNY", "2022-05-09", "6.4"), rate("USD", "CNY", "2022-05-11", "6.4")];
    expect(() => convertOrThrow(cny("71", "2022-05-10"), "USD", near)).toThrow(
      "rates.errors.missing?from=CNY&to=USD&on=2022-05-10",
    );
  });

  it("is itself in its own currency, and nothing comes to nothing", () => {
    expect(convertOrThrow(usd("0.10"), "USD", [])).toBe("0.10");
    expect(totalOf([], "USD", [])).toEqual({ byCurrency: [], to: "USD", converted: "0.00", missing: [] });
  });

  it("is rounded once, at the end", () => {
    // Three times 1 / 3 = 1.00, where thirds rounded first would be 0.99.
    const thirds = [1, 2, 3].map(() => cny("1", "2022-05-10", "3"));
    expect(totalOf(thirds, "USD", []).converted).toBe("1.00");
  });
});

describe("fractions", () => {
  it("are exact where floats are not", () => {
    expect(toDecimal(add(toFraction("0.1"), toFraction("0.2")), 20)).toBe("0.30000000000000000000");
    expect(["0.005", "-0.005", "2.675", "-0.004"].map((text) => toDecimal(toFraction(text), 2))).toEqual([
      ...["0.01", "-0.01", "2.68", "0.00"],
    ]);
    expect(() => toFraction("1e3")).toThrow(RangeError);
    expect(() => over(toFraction("1"), toFraction("0"))).toThrow(RangeError);
  });

  it("undo what they did", () => {
    const whole = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(whole, fc.bigInt({ min: 1n, max: 10n ** 12n }), (top, by) => {
        const [a, b] = [toFraction(String(top)), toFraction(String(by))];
        expect(times(over(a, b), b)).toEqual(a);
        expect(toDecimal(add(a, b), 0)).toBe(String(top + by));
      }),
    );
  });
});
