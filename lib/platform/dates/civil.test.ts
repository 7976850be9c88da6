import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type CivilDate,
  daysBetween,
  fromCivil,
  isCivilDate,
  maxDate,
  minDate,
  toCivil,
  toCivilOrNull,
} from "@/lib/platform/dates/civil";

const d = (text: string) => toCivil(text);
const anyDate = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => toCivil(date.toISOString().slice(0, 10)));

describe("civil dates", () => {
  it("knows a day that the calendar has from one that it has not", () => {
    expect(["2022-11-01", "2024-02-29", "0001-01-01"].every(isCivilDate)).toBe(true);
    expect(
      ["2022-02-30", "2023-02-29", "2022-13-01", "2022-1-1", "0000-01-01", "", "x"].some(isCivilDate),
    ).toBe(false);
    expect(() => toCivil("2022-02-30")).toThrow(RangeError);
    expect(() => toCivil(new Date(Number.NaN))).toThrow(RangeError);
  });

  it("takes the UTC day of a stored date, whatever the server's zone", () => {
    expect(toCivil(new Date("2022-11-01T00:00:00.000Z"))).toBe("2022-11-01");
    expect(fromCivil(d("2022-11-01")).toISOString()).toBe("2022-11-01T00:00:00.000Z");
    expect(toCivilOrNull(null)).toBeNull();
  });

  it("counts days over leap years and backwards", () => {
    expect(daysBetween(d("2022-11-01"), d("2023-11-01"))).toBe(365);
    expect(daysBetween(d("2024-02-28"), d("2024-03-01"))).toBe(2);
    expect(daysBetween(d("2022-11-01"), d("2022-10-30"))).toBe(-2);
    expect(addDays(d("2022-12-31"), 1)).toBe("2023-01-01");
  });

  it("keeps to the end of a shorter month", () => {
    expect(addMonths(d("2022-01-31"), 1)).toBe("2022-02-28");
    expect(addMonths(d("2024-02-29"), 12)).toBe("2025-02-28");
    expect(addMonths(d("2022-03-31"), -1)).toBe("2022-02-28");
  });

  it("picks the earlier and the later, nothing aside", () => {
    expect(minDate(d("2022-02-01"), null, d("2022-01-31"))).toBe("2022-01-31");
    expect(maxDate(d("2022-02-01"), null, d("2022-01-31"))).toBe("2022-02-01");
  });

  it("agrees with PlainDate on any two days", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a: CivilDate, b: CivilDate) => {
        const days = Temporal.PlainDate.from(a).until(b, { largestUnit: "day" }).days;
        expect(daysBetween(a, b)).toBe(days);
        expect(addDays(a, days)).toBe(b);
        expect(toCivil(fromCivil(a))).toBe(a);
        expect(a < b).toBe(days > 0);
      }),
    );
  });
});
