import "server-only";
import { PassThrough, Readable } from "node:stream";
import ExcelJS from "exceljs";
import { type Cell, type CellKind, type FileTable, neutralise } from "./file-table";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const FORMATS: Record<CellKind, { numFmt?: string; width: number }> = {
  // "@" keeps 18-digit identifiers from becoming numbers when someone edits the cell.
  text: { numFmt: "@", width: 24 },
  whole: { numFmt: "#,##0", width: 12 },
  decimal: { numFmt: "#,##0.00", width: 14 },
  number: { numFmt: "0.00", width: 12 },
  percent: { numFmt: "0.00%", width: 12 },
  date: { numFmt: "yyyy-mm-dd", width: 12 },
};

/**
 * Tables as a workbook, a sheet each, written while they are read, so that 100,000 rows take no more memory than
 * a few. The only module that writes with exceljs.
 */
export function streamWorkbook(tables: FileTable[]): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  writeWorkbook(out, tables).catch((error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function writeWorkbook(out: PassThrough, tables: FileTable[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const taken = new Set<string>();
  for (const table of tables) {
    const sheet = workbook.addWorksheet(toSheetName(table.name, taken), {
      views: [{ state: "frozen", ySplit: 1 }],
    });
    sheet.columns = table.columns.map(({ kind, width }) => ({
      width: width ?? FORMATS[kind].width,
      style: { numFmt: FORMATS[kind].numFmt },
    }));
    const header = sheet.addRow(table.columns.map((column) => neutralise(column.header)));
    header.font = { bold: true };
    header.commit();
    const kinds = table.columns.map(({ kind }) => kind);
    for await (const row of table.rows) {
      sheet.addRow(row.map((cell, i) => toValue(cell, kinds[i] ?? "text"))).commit();
      if (out.writableNeedDrain) await new Promise((resume) => out.once("drain", resume));
    }
    sheet.commit();
  }
  await workbook.commit();
}

function toValue(cell: Cell, kind: CellKind): string | number | Date | null {
  if (cell === null || cell === "") return null;
  if (kind === "text") return neutralise(String(cell));
  // A civil date has no time: UTC midnight is what the format shows as that day everywhere.
  if (kind === "date") return new Date(`${cell}T00:00:00Z`);
  return Number(cell);
}

/** Excel allows 31 characters, some of them not, and no name twice. */
function toSheetName(name: string, taken: Set<string>): string {
  const clean =
    name
      .replace(/[*?:\\/[\]]/g, " ")
      .slice(0, 31)
      .trim() || "1";
  let unique = clean;
  for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${clean.slice(0, 28)} ${n}`;
  taken.add(unique.toLowerCase());
  return unique;
}
