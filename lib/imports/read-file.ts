import "server-only";
import { fileRefused } from "../platform/files/file-error";
import { parseCsv } from "../platform/files/read-csv";
import { type Allowance, readWorkbook } from "../platform/files/read-xlsx";
import { sniffFile } from "../platform/files/sniff";
import { decodeText } from "../platform/files/text";
import { MAX_FILE } from "../platform/files/upload";
import type { Field } from "./fields";
import { findTable, type Grid } from "./find-table";
import type { ImportKind, Table } from "./types";

/** More rows than this are several imports: one change set stays a thing that can be looked at and undone. */
export const MAX_ROWS = 30_000;

/** The table in a file's bytes. @throws AppError in words for whatever cannot be read */
export async function readTable(kind: ImportKind, bytes: Buffer, own: Field[] = []): Promise<Table> {
  const table = findTable(kind, await readGrids(bytes), own);
  if (table.rows.length > MAX_ROWS) throw fileRefused("tooManyRows", { max: MAX_ROWS });
  return { ...table, rows: table.rows.map(({ n, cells }) => ({ n, cells: cells.map(cleanCell) })) };
}

/** The sheets of a workbook, or a CSV as one of them. @throws AppError in words for whatever cannot be read */
export async function readGrids(bytes: Buffer, inside?: Allowance): Promise<Grid[]> {
  if (bytes.length > MAX_FILE) throw fileRefused("tooLarge", { max: MAX_FILE / 1024 / 1024 });
  const limit = MAX_ROWS * 2;
  switch (sniffFile(bytes)) {
    case "xlsx":
      return readWorkbook(bytes, { rows: limit, inside });
    case "text":
      return [{ name: null, rows: readCsv(bytes, limit), merges: [] }];
    case "protected":
      throw fileRefused("protected");
    case "xls":
      throw fileRefused("oldExcel");
    case "empty":
      throw fileRefused("empty");
    default:
      throw fileRefused("broken");
  }
}

function readCsv(bytes: Buffer, limit: number) {
  const { text } = decodeText(bytes);
  try {
    return parseCsv(text, limit);
  } catch {
    throw fileRefused("broken");
  }
}

/** Without the spaces around it, ="001" as 001, and without the apostrophe that disarms a formula in our own files. */
export function cleanCell(text: string): string {
  const clean = text.replace(/^[\s\u200b\ufeff\u00a0]+|[\s\u200b\ufeff\u00a0]+$/g, "");
  const kept = /^="([^"]*)"$/.exec(clean)?.[1];
  if (kept !== undefined) return kept.trim();
  return /^'[=+\-@]/.test(clean) ? clean.slice(1) : clean;
}
