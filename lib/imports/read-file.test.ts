import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { AppError } from "../platform/errors/app-error";
import { cleanCell, readTable } from "./read-file";
import type { ImportKind } from "./types";

const read = (text: string | Buffer, kind: ImportKind = "tenancies") => readTable(kind, Buffer.from(text));
const refusal = (bytes: Buffer, kind: ImportKind = "units") =>
  readTable(kind, bytes).then(
    () => "read",
    (error: AppError) => error.message.split("?")[0],
  );

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("台账"), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe("a CSV file", () => {
  it("is read as GB18030 when it is no UTF-8, with titles above and totals below", async () => {
    const text =
      "2022年租赁台账,,,\r\n单位:平方米,,,\r\n\r\n企业名称,园区,房号,租赁面积(㎡)\r\n" +
      "狮城（广州）公司,知识城,A1-１０１ ,１２０.５\r\n,,,\r\n合计,,,120.5\r\n";
    const table = await read(iconv.encode(text, "gb18030"));
    expect(table).toMatchObject({ headerRow: 4, headers: ["企业名称", "园区", "房号", "租赁面积(㎡)"] });
    expect(table.rows).toEqual([{ n: 5, cells: ["狮城（广州）公司", "知识城", "A1-１０１", "１２０.５"] }]);
  });

  it.each([
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("may be split by %s, with a mark in front and commas inside quotes", async (_, split) => {
    const lines = [
      `\uFEFFpark${split}building${split}floor${split}unit`,
      `P${split}"A, B"${split}1${split}101`,
    ];
    const table = await read(lines.join("\n"), "units");
    expect(table.rows[0]?.cells).toEqual(["P", "A, B", "1", "101"]);
  });

  it("may be UTF-16, as some spreadsheets write it", async () => {
    const table = await read(Buffer.from("\uFEFF园区\t楼栋\t房号\n一\t二\t三", "utf16le"), "units");
    expect(table.rows[0]?.cells).toEqual(["一", "二", "三"]);
  });

  it("keeps codes written as formulas of text, and rearms what our own files disarm", () => {
    expect(cleanCell('="00123"')).toBe("00123");
    expect(cleanCell("'=HYPERLINK(1)")).toBe("=HYPERLINK(1)");
    expect(cleanCell("\u3000狮城 \u00a0")).toBe("狮城");
  });
});

describe("a workbook", () => {
  it("with a title, two merged header rows, serial dates and a total row is a table", async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRow(["2022年租赁台账"]);
      sheet.addRow(["企业名称", "园区", "房号", "租期", ""]);
      sheet.addRow(["", "", "", "开始日期", "结束日期"]);
      for (const range of ["A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"]) sheet.mergeCells(range);
      sheet.addRow(["狮城", "知识城", "101", new Date("2022-01-01T00:00:00Z"), 44926]);
      sheet.addRow([
        "狮城",
        "知识城",
        { formula: 'HYPERLINK("http://x","102")', result: "102" },
        "2022年1月1日",
        "",
      ]);
      sheet.addRow(["合 计", "", "", "", ""]);
      book.addWorksheet("说明").addRow(["园区", "楼栋"]);
    });
    const table = await read(bytes);
    expect(table).toMatchObject({ sheet: "台账", headerRow: 3 });
    expect(table.headers).toEqual(["企业名称", "园区", "房号", "开始日期", "结束日期"]);
    expect(table.rows).toEqual([
      { n: 4, cells: ["狮城", "知识城", "101", "2022-01-01", "44926"] },
      { n: 5, cells: ["狮城", "知识城", "102", "2022年1月1日", ""] },
    ]);
  });

  it("gives each row the value of a cell merged downwards, and a formula without result as an error", async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(["园区", "楼栋", "楼层", "房号", "面积"]);
      sheet.addRow(["知识城", "A", "1", "101", 914403001234560000]);
      sheet.addRow(["", "A", "1", "102", { formula: "1+1" }]);
      sheet.mergeCells("A2:A3");
    });
    const { rows } = await read(bytes, "units");
    expect(rows.map(({ cells }) => [cells[0], cells[4]])).toEqual([
      ["知识城", "914403001234560000"],
      ["知识城", "#N/A"],
    ]);
  });

  it("keeps every character, however long the file", async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(["企业名称", "统一社会信用代码"]);
      for (let i = 0; i < 5_000; i += 1) sheet.addRow([`狮城生物科技第${i}有限公司`, `编号${i}`]);
    });
    const { rows } = await read(bytes, "enterprises");
    expect(rows.filter(({ cells }) => cells.some((cell) => cell.includes("\uFFFD")))).toEqual([]);
    expect(rows[4_999]?.cells[0]).toBe("狮城生物科技第4999有限公司");
  });
});

describe("what is refused, in words", () => {
  it("names the reason", async () => {
    const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    const locked = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]);
    const sound = await workbook((sheet) => void sheet.addRow(["园区", "楼栋"]));
    expect(await refusal(Buffer.alloc(0))).toBe("imports.files.empty");
    expect(await refusal(ole)).toBe("imports.files.oldExcel");
    expect(await refusal(locked)).toBe("imports.files.protected");
    expect(await refusal(Buffer.from("%PDF-1.7\0\0"))).toBe("imports.files.broken");
    expect(await refusal(sound.subarray(0, sound.length / 2))).toBe("imports.files.broken");
    expect(await refusal(Buffer.from("something,else\n1,2"))).toBe("imports.files.notTable");
    expect(await refusal(Buffer.alloc(51 * 1024 * 1024, "a"))).toBe("imports.files.tooLarge");
  });

  it("stops a bomb while it unfolds, whatever its directory declares", async () => {
    const bomb = zipOf({
      "xl/workbook.xml": '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      "xl/worksheets/sheet1.xml": Buffer.alloc(60 * 1024 * 1024, "<a></a>"),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb)).toBe("imports.files.tooMuchInside");
  });

  it("reads no document type, and so no entity", async () => {
    const laughs = zipOf({
      "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>',
      "xl/_rels/workbook.xml.rels": "<Relationships/>",
    });
    expect(await refusal(laughs)).toBe("imports.files.broken");
  });
});

/** An archive that declares its parts to be tiny. */
function zipOf(parts: Record<string, string | Buffer>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(10, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}
