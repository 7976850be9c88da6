import { expect, test } from "vitest";
import {
  type CustomRule,
  findCustomProblem,
  readCustomFilters,
  readCustomValue,
  toCustomKey,
  toFreeKey,
} from "./rules";
import { customValues } from "./schema";

type Given = Partial<CustomRule> & { key?: string; retiredAt?: string };
const field = (more: Given = {}) => ({
  ...{ id: "1", key: "k", type: "TEXT" as const, required: false, decimals: null, minValue: null },
  ...{ maxValue: null, maxLength: null, options: [], retiredAt: null as string | null },
  ...more,
});
const option = (id: string, labelEn: string, labelZh: string | null = null, retired = false) => ({
  ...{ id, key: labelEn.toLowerCase(), labelEn, labelZh, retired },
});

test("a key is made of ascii letters and digits, and never begins with one of the latter", () => {
  const keys = ["Floor load (kN/m²)", "  Café No. 5 ", "5G ready", "楼面", "A".repeat(60)].map(toCustomKey);
  expect(keys).toEqual(["floor_load_kn_m2", "cafe_no_5", "f_5g_ready", "", "a".repeat(40)]);
  expect(toFreeKey("a", new Set(["a", "a_2"]))).toBe("a_3");
});

test("one number and one day have one spelling, so that equal is equal", () => {
  const number = field({ type: "NUMBER", decimals: 2 });
  expect(["1,250.50", "１２５０.5", "0.125万"].map((text) => readCustomValue(number, text))).toEqual([
    { value: "1250.5" },
    { value: "1250.5" },
    { value: "1250" },
  ]);
  const date = field({ type: "DATE" });
  expect(["20221101", "1 Nov 2022", "2022年11月1日"].map((text) => readCustomValue(date, text))).toEqual(
    Array(3).fill({ value: "2022-11-01" }),
  );
});

test("a number that JavaScript would not keep apart from its neighbour is refused", () => {
  const number = field({ type: "NUMBER", decimals: 6 });
  expect(findCustomProblem(number, "123456789012.345")).toBeNull();
  expect(findCustomProblem(number, "1234567890123456")).toBe("errors.number");
  expect(findCustomProblem(number, "1234567890.123456")).toBe("errors.number");
});

test("an option is known by its id, key or either label, in any width and case", () => {
  const choice = field({
    type: "CHOICE",
    options: [option("x", "Listed", "已上市"), option("y", "Old", null, true)],
  });
  expect(["x", "LISTED", "Ｌisted", "已上市"].map((text) => readCustomValue(choice, text))).toEqual(
    Array(4).fill({ value: "x" }),
  );
  expect(findCustomProblem(choice, "Private")).toBe("errors.choose");
  // One that is no longer offered stands where it was chosen, and is not chosen anew.
  expect(findCustomProblem(choice, "y")).toBe("custom-fields.errors.optionRetired");
  expect(findCustomProblem(choice, "y", "y")).toBeNull();
  expect(findCustomProblem(choice, "Old", "y")).toBeNull();
});

test("what a record holds is not judged by limits that came later", () => {
  const text = field({ maxLength: 3 });
  expect(findCustomProblem(text, "four", "four")).toBeNull();
  expect(findCustomProblem(text, "five", "four")).toBe("errors.tooLong?max=3");
});

test("a form hears of each field at its own path; a required one must be filled in", () => {
  const schema = customValues([
    field({ id: "a", required: true }),
    field({ id: "b", type: "NUMBER", decimals: 0 }),
    field({ id: "c" }),
  ]);
  const issues = schema.safeParse({ a: " ", b: "1.5", c: "" }).error?.issues ?? [];
  expect(issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["a", "errors.required"],
    ["b", "errors.whole"],
  ]);
  expect(schema.safeParse({ a: "x", b: "2", c: "" }).success).toBe(true);
});

test("an address narrows by what it says well; all else, and a retired field, is no filter", () => {
  const fields = [
    field({ id: "a", key: "note" }),
    field({ id: "b", key: "grade", type: "CHOICE", options: [option("x", "Listed")] }),
    field({ id: "c", key: "load", type: "NUMBER" }),
    field({ id: "d", key: "due", type: "DATE" }),
    field({ id: "e", key: "old", retiredAt: "2022-11-01T00:00:00Z" }),
  ];
  const values = {
    cf_note: " corner ",
    cf_grade: "listed",
    "cf_load.from": "1,000",
    "cf_due.to": "2022-11-01",
  };
  expect(readCustomFilters(fields, { ...values, cf_old: "x" })).toEqual([
    { id: "a", type: "TEXT", is: "corner" },
    { id: "b", type: "CHOICE", is: "x" },
    { id: "c", type: "NUMBER", from: "1000", to: undefined },
    { id: "d", type: "DATE", from: undefined, to: "2022-11-01" },
  ]);
  const nonsense = { cf_grade: "none", "cf_load.from": "many", "cf_due.from": "soon", cf_load: "7" };
  expect(readCustomFilters(fields, nonsense)).toEqual([]);
});
