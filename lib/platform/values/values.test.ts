import { describe, expect, it } from "vitest";
import { z } from "zod";
import { civilDate, optionalDate } from "./dates";
import { decimalString, optionalMoney, wholeNumber } from "./numbers";
import { parseHumanNumber } from "./parse-number";
import { codeText, optionalText, text } from "./text";

function problems(schema: z.ZodType, value: unknown) {
  return schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];
}

describe("dates as people write them", () => {
  it.each(["2022-11-01", "20221101", "1 Nov 2022", "2022年11月1日", "２０２２年１１月１日"])(
    "%s",
    (written) => expect(civilDate().parse(written)).toBe("2022-11-01"),
  );

  it("says what is wrong in a key", () => {
    expect(problems(civilDate(), "")).toEqual(["errors.required"]);
    expect(problems(civilDate(), undefined)).toEqual(["errors.required"]);
    expect(problems(civilDate(), "soon")).toEqual(["errors.date"]);
    expect(problems(civilDate(), "2022-02-30")).toEqual(["errors.noSuchDay"]);
    expect(problems(civilDate(), "3022-01-01")).toEqual(["errors.dateRange"]);
    expect(optionalDate().parse("  ")).toBeNull();
  });
});

describe("numbers as people write them", () => {
  it.each([
    ["1,250.5", "1250.5"],
    ["1 250.50", "1250.5"],
    ["１２５０", "1250"],
    ["12,0000", "120000"],
    ["3万", "30000"],
    ["1.23456万", "12345.6"],
    ["1.4亿", "140000000"],
    ["0.00005万", "0.5"],
    ["120 m²", "120"],
    ["35.60平方米", "35.6"],
    ["-5", "-5"],
    ["-0", "0"],
    [".5", "0.5"],
    ["9007199254740993.25", "9007199254740993.25"],
  ])("%s is %s", (written, number) => expect(parseHumanNumber(written)).toBe(number));

  it.each(["1,5", "1.234,56", "12,34,567", "ten", "", "1.2.3", "--1", "."])("refuses %s", (written) =>
    expect(parseHumanNumber(written)).toBeNull(),
  );

  it("keeps its rules", () => {
    expect(problems(decimalString(), "1.234")).toEqual(["errors.decimals?dp=2"]);
    expect(problems(decimalString({ min: 0.01 }), "0")).toEqual(["errors.atLeast?min=0.01"]);
    expect(problems(decimalString({ dp: 8, min: 0.00000001 }), "-1")).toEqual(["errors.positive"]);
    expect(problems(wholeNumber(), "1.5")).toEqual(["errors.whole"]);
    expect(wholeNumber().parse("3,000")).toBe(3000);
    expect(problems(decimalString(), "")).toEqual(["errors.required"]);
  });

  it("reads an empty amount as no money", () => {
    expect(optionalMoney().parse({ amount: "", currency: "CNY" })).toBeNull();
    expect(optionalMoney().parse({ amount: "14亿", currency: "CNY" })).toEqual({
      amount: "1400000000",
      currency: "CNY",
    });
  });
});

describe("words", () => {
  it("trims, and reads empty as nothing", () => {
    expect(text(10).parse("  Lion TCR ")).toBe("Lion TCR");
    expect(optionalText(10).parse("   ")).toBeNull();
    expect(codeText(10).parse(" ＡＢ１２ ")).toBe("AB12");
    expect(problems(text(3), "abcd")).toEqual(["errors.tooLong?max=3"]);
    expect(problems(text(3), " ")).toEqual(["errors.required"]);
  });

  it("turns zod's own issues into keys", () => {
    expect(problems(z.enum(["A"]), "")).toEqual(["errors.required"]);
    expect(problems(z.enum(["A"]), "B")).toEqual(["errors.choose"]);
    expect(problems(z.email(), "x")).toEqual(["errors.email"]);
    expect(problems(z.array(z.string()).min(1), [])).toEqual(["errors.tooFew?min=1"]);
    expect(problems(z.number().int(), 1.5)).toEqual(["errors.whole"]);
    expect(problems(z.number().max(3), 4)).toEqual(["errors.atMost?max=3"]);
  });
});
