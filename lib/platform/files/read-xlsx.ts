import "server-only";
import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { AppError } from "../errors/app-error";
import { fileRefused } from "./file-error";
import { inflateEntry, listZip, type ZipEntry } from "./zip";
import { packZip } from "./zip-pack";

/** A sheet as it stands: rows with their own numbers, every cell as text; merged ranges as `A1:B2`. */
export type Sheet = { name: string; rows: { n: number; cells: string[] }[]; merges: string[] };

/** A workbook may unfold to this much, and a part of it to so many times its packed size. */
const MAX_INSIDE = 250 * 1024 * 1024;
const MAX_RATIO = 250;
const MAX_COLUMNS = 200;
const FIRST = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml"];
const STRINGS = "xl/sharedStrings.xml";
const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const NO_STRINGS = Buffer.from('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>');

/**
 * The sheets of a workbook, with the values that it shows: of a formula its cached result, never the formula. What
 * it unfolds to is measured first, so that a small file cannot fill the memory. @throws AppError in words
 */
export async function readWorkbook(bytes: Buffer, limits: { rows: number }): Promise<Sheet[]> {
  const parts = await choose(listZip(bytes));
  try {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(packZip(parts.entries)), {
      worksheets: "emit",
      sharedStrings: "cache",
      styles: "cache",
      hyperlinks: "ignore",
      entries: "ignore",
    });
    const sheets: Sheet[] = [];
    for await (const worksheet of reader) {
      const { id, name, state } = worksheet as unknown as { id: number; name: string; state?: string };
      const rows: Sheet["rows"] = [];
      for await (const row of worksheet) {
        const cells = toCells(row);
        if (cells.length > 0) rows.push({ n: row.number, cells });
        if (rows.length > limits.rows) throw fileRefused("tooManyRows", { max: limits.rows });
      }
      const merges = parts.merges.get(`xl/worksheets/sheet${id}.xml`) ?? [];
      if (state !== "veryHidden") sheets.push({ name: name ?? "", rows, merges });
    }
    return sheets;
  } catch (error) {
    throw error instanceof AppError ? error : fileRefused("broken");
  }
}

/** The parts that hold values, in the order in which they can be read in one pass; each one measured. */
async function choose(all: ZipEntry[]): Promise<{ entries: ZipEntry[]; merges: Map<string, string[]> }> {
  const byName = new Map(all.map((entry) => [entry.name, entry]));
  const known = FIRST.flatMap((name) => byName.get(name) ?? []);
  const sheets = all.filter(({ name }) => SHEET.test(name));
  const strings = byName.get(STRINGS);
  if (!byName.has("xl/workbook.xml") || sheets.length === 0) throw fileRefused("broken");
  const merges = new Map<string, string[]>();
  let left = MAX_INSIDE;
  for (const entry of [...known, ...(strings ? [strings] : []), ...sheets]) {
    const limit = Math.min(left, Math.max(20 * 1024 * 1024, entry.packed.length * MAX_RATIO));
    const tail = SHEET.test(entry.name) ? new Tail() : null;
    left -= await inflateEntry(entry, limit, (piece) => tail?.add(piece));
    if (tail) merges.set(entry.name, tail.merges());
  }
  const empty = { name: STRINGS, method: 0, crc: 0, packed: NO_STRINGS, size: NO_STRINGS.length };
  return { entries: [...known, strings ?? empty, ...sheets], merges };
}

/** What follows the rows of a sheet: the reader of rows passes over the merged ranges that stand there. */
class Tail {
  private before = "";
  private after: string | null = null;

  add(piece: Buffer): void {
    const text = piece.toString("latin1");
    if (this.after !== null) {
      if (this.after.length < 2_000_000) this.after += text;
      return;
    }
    const seen = this.before + text;
    const end = seen.indexOf("</sheetData>");
    if (end >= 0) this.after = seen.slice(end);
    else this.before = seen.slice(-12);
  }

  merges(): string[] {
    const ranges = (this.after ?? "").matchAll(/<mergeCell [^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"/g);
    return [...ranges].map((found) => found[1] ?? "").slice(0, 20_000);
  }
}

function toCells(row: ExcelJS.Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (column > MAX_COLUMNS) return;
    const text = toText(cell.value);
    if (text === "") return;
    while (cells.length < column - 1) cells.push("");
    cells[column - 1] = text;
  });
  return cells;
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return fromNumber(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  const rich = value as {
    result?: unknown;
    formula?: string;
    richText?: { text?: string }[];
    error?: string;
    text?: unknown;
  };
  if (rich.error !== undefined) return rich.error;
  if (rich.richText) return rich.richText.map(({ text }) => text ?? "").join("");
  // A formula without a cached result has nothing to say; it is never worked out here.
  if ("formula" in rich || "result" in rich) return toText(rich.result) || "#N/A";
  return "text" in rich ? toText(rich.text) : "";
}

/** As many digits as a spreadsheet keeps, without the noise of binary fractions. */
function fromNumber(value: number): string {
  if (!Number.isFinite(value)) return "#N/A";
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded))
    return Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
  return /e/.test(String(rounded)) ? rounded.toFixed(12).replace(/0+$/, "") : String(rounded);
}
