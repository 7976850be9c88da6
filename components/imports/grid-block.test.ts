import { describe, expect, it } from "vitest";
import { fieldsOf } from "@/lib/imports/fields";
import { toHeaderKey } from "@/lib/imports/header-key";
import { type GridColumn, parseBlock, placeBlock, toCsv } from "./grid-block";

const columns: GridColumn[] = fieldsOf.enterprises.map(({ name, zh, also }) => ({
  field: name,
  label: name,
  keys: [name, zh, ...also].map(toHeaderKey),
  example: "",
  needed: false,
}));
const at = (field: string) => columns.findIndex((column) => column.field === field);

describe("a block from the clipboard", () => {
  it("is read cell by cell, with quotes, lines and tabs inside cells", () => {
    expect(parseBlock('a\tb\r\n"c ""d"""\t"two\nlines"\r\n')).toEqual([
      ["a", "b"],
      ['c "d"', "two lines"],
    ]);
    expect(parseBlock('5" pipe\t"open\n\tx')).toEqual([
      ['5" pipe', '"open'],
      ["", "x"],
    ]);
    expect(parseBlock("one")).toEqual([["one"]]);
  });

  it("finds its columns by its header row, in either language and any order", () => {
    const block = parseBlock("国别\t公司名称（全称）\t备用\nSG\t狮城\tx");
    expect(placeBlock(block, columns, 3)).toEqual({
      targets: [at("country"), at("name_zh"), null],
      rows: [["SG", "狮城", "x"]],
      unknown: ["备用"],
    });
  });

  it("begins at the cell where it is put when it has no header, and drops what is beyond the last column", () => {
    const last = columns.length - 1;
    expect(placeBlock([["a", "b", "c"]], columns, last - 1)).toEqual({
      targets: [last - 1, last, null],
      rows: [["a", "b", "c"]],
      unknown: [],
    });
    // A single row is never a header: it would leave nothing.
    expect(placeBlock([["公司名称", "国别"]], columns, 0).rows).toHaveLength(1);
  });

  it("becomes a file whose every cell is quoted", () => {
    expect(toCsv(columns.slice(0, 2), [['a "b", c', ""]])).toBe('"name_zh","name_en"\r\n"a ""b"", c",""');
  });
});
