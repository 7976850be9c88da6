import { describe, expect, it } from "vitest";
import { fromMillionths, toDefinition, toDesign, toMillionths } from "./rules";
import { designSchema } from "./schema";
import { readyDefinition } from "./service-ready";

const section = { key: "people", titleEn: "People" };
const total = { section: "people", key: "total", type: "NUMBER", labelEn: "Total", required: true };
const problems = (given: object) =>
  designSchema
    .safeParse({ sections: [section], fields: [total], ...given })
    .error?.issues.map(({ path, message }) => [path.join("."), message.split(".").at(-1)]);

describe("the ready form", () => {
  it("is one that the designer itself would keep, in both languages", () => {
    const design = designSchema.parse(toDesign(readyDefinition));
    expect(toDefinition(design)).toEqual(readyDefinition);
    for (const { titleZh, titleEn, fields } of readyDefinition.sections) {
      expect([titleZh, titleEn].every(Boolean)).toBe(true);
      for (const field of fields)
        expect([field.key, field.labelZh && field.labelEn]).toEqual([field.key, field.labelEn]);
    }
  });

  it("asks for what a park reports: people by kind, business, innovation, energy", () => {
    const fields = readyDefinition.sections.flatMap((one) => one.fields);
    expect(fields.flatMap(({ feeds }) => feeds ?? [])).toEqual([
      ...["total", "own", "dispatched", "other", "local", "foreign", "rAndD", "degree"],
    ]);
    for (const key of ["output", "revenue", "tax", "rAndDSpending", "investment", "patentsFiled", "energy"]) {
      expect(fields.map((field) => field.key)).toContain(key);
    }
  });
});

describe("a design", () => {
  it("is refused at the part that contradicts another", () => {
    expect(problems({})).toBeUndefined();
    expect(problems({ sections: [section, section] })).toEqual([["sections.1.key", "keyTwice"]]);
    expect(problems({ sections: [{ key: "people" }] })).toEqual([["sections.0.titleZh", "oneNameNeeded"]]);
    expect(problems({ sections: [] })?.[0]).toEqual(["sections", "sectionNeeded"]);
    expect(problems({ fields: [] })).toEqual([["fields", "fieldNeeded"]]);
    expect(problems({ fields: [total, total] })).toEqual([["fields.1.key", "keyTwice"]]);
    expect(problems({ fields: [{ ...total, section: "none" }] })).toEqual([
      ["fields.0.section", "noSection"],
    ]);
    expect(problems({ fields: [{ ...total, labelEn: "" }] })).toEqual([
      ["fields.0.labelZh", "oneNameNeeded"],
    ]);
    expect(problems({ fields: [{ ...total, key: "R&D" }] })).toEqual([["fields.0.key", "key"]]);
    const range = { ...total, min: "5", max: "4.5" };
    expect(problems({ fields: [range] })).toEqual([["fields.0.max", "atLeast?min=5"]]);
  });

  it("refuses a range that no answer could keep to", () => {
    const range = (more: object) => problems({ fields: [{ ...total, ...more }] });
    expect(range({ min: "0.2", max: "0.8" })).toEqual([["fields.0.max", "emptyRange"]]);
    expect(range({ min: "-0.8", max: "-0.2" })).toEqual([["fields.0.max", "emptyRange"]]);
    expect(range({ min: "0.2", max: "0.8", decimals: "1" })).toBeUndefined();
    expect(range({ min: "0.2", max: "1" })).toBeUndefined();
    expect(range({ min: "-1.5", max: "-1" })).toBeUndefined();
    expect(range({ min: "7", max: "7" })).toBeUndefined();
    expect(range({ type: "MONEY", min: "0.001", max: "0.009" })).toEqual([["fields.0.max", "emptyRange"]]);
    expect(range({ feeds: "total", max: "-1" })).toEqual([["fields.0.max", "atLeast?min=0"]]);
  });

  it("lets go of what a type does not show, so that nothing out of sight is refused", () => {
    const typed = {
      min: "low",
      max: "?",
      decimals: "many",
      softLast: "x",
      options: "Not a line",
      feeds: "none",
    };
    expect(problems({ fields: [{ ...total, type: "TEXT", ...typed }] })).toBeUndefined();
    expect(problems({ fields: [{ ...total, options: "Not a line", money: "DOLLAR" }] })).toBeUndefined();
    const choice = { type: "CHOICE", ...typed, options: "a = 甲 | A\nb = 乙 | B" };
    expect(problems({ fields: [{ ...total, ...choice }] })).toBeUndefined();
    expect(problems({ fields: [{ ...total, min: "low" }] })).toEqual([["fields.0.min", "number"]]);
  });

  it("refuses sums that go round in a circle, at the one that closes it", () => {
    const fields = ["a", "b", "c", "d"].map((key) => ({ ...total, key }));
    const sum = (totalKey: string, partKeys: string, kind = "EQUAL") => ({ totalKey, partKeys, kind });
    const sums = (...all: object[]) => problems({ fields, sums: all });
    expect(sums(sum("a", "b c"), sum("b", "d"))).toBeUndefined();
    expect(sums(sum("a", "b"), sum("b", "c"), sum("c", "a d"))).toEqual([["sums.2.partKeys", "sumCircle"]]);
    expect(sums(sum("a", "b"), sum("b", "a", "AT_MOST"))).toEqual([["sums.1.partKeys", "sumCircle"]]);
    // Two rules of one total are no circle.
    expect(sums(sum("a", "b c"), sum("a", "c d", "AT_MOST"))).toBeUndefined();
  });

  it("has room for 200 questions and refuses more than 300 in words", () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ ...total, key: `q${n}` }));
    expect(problems({ fields: many(200) })).toBeUndefined();
    expect(problems({ fields: many(301) })).toEqual([["fields", "tooMany?max=300"]]);
  });

  it("offers two options of a choice, written one a line", () => {
    const choice = { ...total, key: "way", type: "CHOICE" };
    expect(problems({ fields: [{ ...choice, options: "own = 自有 | Owned" }] })).toEqual([
      ["fields.0.options", "optionsNeeded"],
    ]);
    expect(problems({ fields: [{ ...choice, options: "Not a line" }] })?.[0]).toEqual([
      ...["fields.0.options", "optionLine"],
    ]);
    const lines = "own = 自有 | Owned\nlet＝租赁｜Let";
    const design = designSchema.parse({ sections: [section], fields: [{ ...choice, options: lines }] });
    expect(design.fields[0]?.options).toEqual([
      { key: "own", zh: "自有", en: "Owned" },
      { key: "let", zh: "租赁", en: "Let" },
    ]);
  });

  it("counts people in whole numbers, each kind once, and never without their total", () => {
    const feeding = (feeds: string, more: object = {}) => ({ ...total, key: feeds, feeds, ...more });
    expect(problems({ fields: [feeding("total"), feeding("own")] })).toBeUndefined();
    expect(problems({ fields: [feeding("own")] })).toEqual([["fields.0.feeds", "feedsTotal"]]);
    expect(problems({ fields: [feeding("total", { decimals: "1" })] })).toEqual([
      ["fields.0.feeds", "feedsWhole"],
    ]);
    expect(problems({ fields: [feeding("total"), feeding("total", { key: "again" })] })).toEqual([
      ["fields.1.feeds", "feedsOnce"],
    ]);
    expect(problems({ fields: [feeding("total", { required: false })] })).toEqual([
      ["fields.0.required", "totalRequired"],
    ]);
  });

  it("adds up what can be added, never a part to itself", () => {
    const money = { ...total, key: "cost", type: "MONEY" };
    const part = { ...total, key: "part" };
    const sums = (sum: object) =>
      problems({ fields: [total, part, money], sums: [{ totalKey: "total", kind: "EQUAL", ...sum }] });
    expect(sums({ partKeys: "part" })).toBeUndefined();
    expect(sums({ totalKey: "none", partKeys: "part" })).toEqual([["sums.0.totalKey", "noFigure"]]);
    expect(sums({ partKeys: "" })).toEqual([["sums.0.partKeys", "required"]]);
    expect(sums({ partKeys: "part, none" })).toEqual([["sums.0.partKeys", "noFigure"]]);
    expect(sums({ partKeys: "part cost" })).toEqual([["sums.0.partKeys", "mixedSum"]]);
    expect(sums({ partKeys: "part、part" })).toEqual([["sums.0.partKeys", "sumTwice"]]);
    expect(sums({ partKeys: ["total"] })).toEqual([["sums.0.partKeys", "sumTwice"]]);
  });

  it("keeps of a field what its type knows", () => {
    const text = { ...total, type: "TEXT", unitEn: "persons", min: "1", money: "WAN", softLast: "20" };
    const { sections } = toDefinition(designSchema.parse({ sections: [section], fields: [text] }));
    expect(sections[0]?.fields[0]).toMatchObject({
      ...{ unitEn: null, min: null, money: null, soft: { last: null, yearAgo: null } },
    });
  });
});

it("decimals are whole millionths, exactly", () => {
  for (const text of ["0", "1.5", "-0.000001", "999999999999999.123456"]) {
    expect(fromMillionths(toMillionths(text))).toBe(text);
  }
});
