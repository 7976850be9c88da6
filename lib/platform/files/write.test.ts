import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { downloadHeaders, type FileTable, toFileName } from "./file-table";
import { streamCsv } from "./write-csv";
import { streamWorkbook } from "./write-xlsx";

const table = (name = "租赁明细"): FileTable => ({
  name,
  columns: [
    { header: "Firm", kind: "text" },
    { header: "Area, m²", kind: "decimal" },
    { header: "Ends", kind: "date" },
    { header: "Share", kind: "percent" },
  ],
  rows: [
    ['=HYPERLINK("http://x")', "-12.50", "2022-11-01", 0.1234567],
    ["狮城, Ltd", null, null, null],
    ["91440000123456789X", "1.00", "2023-12-31", -0.5],
  ],
});

describe("a table in a file", () => {
  it("is CSV that Excel opens, with formulas disarmed and numbers left alone", async () => {
    const bytes = Buffer.from(await new Response(streamCsv(table())).arrayBuffer());
    expect(bytes.toString()).toBe(
      '\uFEFFFirm,"Area, m²",Ends,Share\r\n' +
        '"\'=HYPERLINK(""http://x"")",-12.50,2022-11-01,0.1234567\r\n' +
        '"狮城, Ltd",,,\r\n' +
        "91440000123456789X,1.00,2023-12-31,-0.5\r\n",
    );
  });

  it("is a workbook with typed cells, a sheet a table", async () => {
    const bytes = await new Response(
      streamWorkbook([table(), table(), table("a/b:c*d?e[f]g".repeat(5))]),
    ).arrayBuffer();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes);
    expect(workbook.worksheets.map(({ name }) => name).slice(0, 2)).toEqual(["租赁明细", "租赁明细 2"]);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      `'=HYPERLINK("http://x")`,
      -12.5,
      new Date("2022-11-01T00:00:00Z"),
      0.1234567,
    ]);
    expect(sheet?.getCell("A4").value).toBe("91440000123456789X");
    expect(sheet?.getCell("B2").numFmt).toBe("#,##0.00");
  });

  it("has a name that every system takes", () => {
    expect(toFileName(["occupancy", 'A/B "x"', "2022-11-01"], "csv")).toBe("occupancy-A-B-x-2022-11-01.csv");
    expect(downloadHeaders("出租.csv", "text/csv")["content-disposition"]).toBe(
      "attachment; filename=\"_.csv\"; filename*=UTF-8''%E5%87%BA%E7%A7%9F.csv",
    );
  });
});
