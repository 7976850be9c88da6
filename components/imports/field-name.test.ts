import { expect, test } from "vitest";
import { nameOfField } from "./field-name";

test("a column that a file lacks is called by the header that it would have", () => {
  expect(nameOfField("tenancies", "headcount_on", "en")).toBe("Headcount on");
  expect(nameOfField("tenancies", "headcount_on", "zh")).toBe("统计日期");
  expect(nameOfField("tenancies", "uscc", "en")).toBe("USCC");
});
