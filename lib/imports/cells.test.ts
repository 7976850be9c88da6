import { describe, expect, it } from "vitest";
import { completeUscc } from "../domain/enterprises/rules";
import { CellReader, roundTo, toDate } from "./cells";
import { recogniseHeader } from "./fields";
import { proposeMapping } from "./mapping";
import { toFloorLabel, toFloorPosition } from "./units/floors";
import { booleanWords, clusterWords, countryWords, toWordKey } from "./words";

const cell = (text: string) => new CellReader({ n: 2, cells: [text] }, { field: 0 });
const codeOf = (reader: CellReader) => reader.problems[0]?.code;

describe("headers", () => {
  it.each([
    ["tenancies", "企业名称（必填）", "name_zh"],
    ["tenancies", "* 起租日期", "starts_on"],
    ["tenancies", "租赁面积\n(㎡)", "area"],
    ["tenancies", "lease_no", "lease_no"],
    ["tenancies", "Lease No.", "lease_no"],
    ["units", "可租面积 Lettable area", "lettable_area"],
    ["units", "ＵＮＩＴ", "unit"],
    ["projects", "计划完成日期", "baseline"],
  ] as const)("%s: %s is %s", (kind, header, field) => expect(recogniseHeader(kind, header)).toBe(field));

  it("gives a field to the first column that names it", () => {
    expect(proposeMapping("units", ["园区", "面积", "可租面积", "别的"])).toEqual({
      park: 0,
      lettable_area: 1,
    });
  });
});

describe("dates", () => {
  it.each([
    ["44866", "2022-11-01"],
    ["44866.75", "2022-11-01"],
    ["2022年11月1日", "2022-11-01"],
    ["２０２２/１１/１", "2022-11-01"],
    ["2022-11-01 08:30:00", "2022-11-01"],
    ["20221101", "2022-11-01"],
    ["1 Nov 2022", "2022-11-01"],
  ])("%s", (text, day) => expect(toDate(text)).toBe(day));

  it.each(["2022", "01/11/2022", "2022-02-30", "soon"])("%s is none", (text) =>
    expect(toDate(text)).toBeNull(),
  );
});

describe("numbers", () => {
  it("rounds half up on the digits, at the end of a spreadsheet's own", () => {
    expect(["85.333333", "0.005", "1.005", "-1.005", "9.999", "12"].map((text) => roundTo(text, 2))).toEqual([
      "85.33",
      "0.01",
      "1.01",
      "-1.01",
      "10.00",
      "12",
    ]);
  });

  it("reads 万, grouping, full width and units", () => {
    const area = (text: string) => cell(text).decimal("field", { dp: 2, min: 0.01, max: 1e7 });
    expect(["1.2万", "1,250.5", "１２０．５ ㎡", "-"].map(area)).toEqual(["12000", "1250.5", "120.5", null]);
    expect(cell("42人").count("field", 100)).toBe(42);
    const half = cell("4.5");
    half.count("field", 100);
    expect(codeOf(half)).toBe("WHOLE");
  });
});

describe("codes", () => {
  it("tells a damaged one from a wrong one", () => {
    const right = completeUscc("91440101MA5ABCD12");
    expect(cell(` ${right.toLowerCase()} `).identifier("field", "USCC")).toBe(right);
    const of = (text: string) => {
      const reader = cell(text);
      reader.identifier("field", "USCC");
      return codeOf(reader);
    };
    expect(["9.14403E+17", "914403001234560000", `${right.slice(0, 17)}0`].map(of)).toEqual([
      "DAMAGED_CODE",
      "DAMAGED_CODE",
      right.endsWith("0") ? undefined : "USCC",
    ]);
  });

  it("takes no formula for a value", () => {
    const reader = cell('=HYPERLINK("http://x","狮城")');
    expect(reader.text("field")).toBeNull();
    expect(codeOf(reader)).toBe("FORMULA");
  });
});

describe("words", () => {
  it("knows both languages", () => {
    expect(["是", "否", "Y", "√", "共享"].map((word) => booleanWords.get(toWordKey(word)))).toEqual([
      "true",
      "false",
      "true",
      "true",
      "true",
    ]);
    expect(["新加坡", "Singapore", "sg", "中国"].map((word) => countryWords.get(toWordKey(word)))).toEqual([
      "SG",
      "SG",
      "SG",
      "CN",
    ]);
    expect(clusterWords.get(toWordKey("Digital economy"))).toBe("DIGITAL_ECONOMY");
  });

  it("orders floors by what they are called", () => {
    const labels = ["3F", "三层", "第3层", "B1", "负一层", "地下1层", "2M", "十二楼", "-2", "L5", "屋顶"];
    expect(labels.map(toFloorLabel)).toEqual([
      "3",
      "3",
      "3",
      "B1",
      "B1",
      "B1",
      "2M",
      "12",
      "B2",
      "5",
      "屋顶",
    ]);
    expect(["B1", "1", "2M", "屋顶"].map(toFloorPosition)).toEqual([-1, 1, 2.5, null]);
  });
});
