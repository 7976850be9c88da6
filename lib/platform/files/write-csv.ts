import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { type Cell, type FileTable, neutralise } from "./file-table";

export const CSV_TYPE = "text/csv; charset=utf-8";

/** Excel takes a file for UTF-8 only when it begins so. */
const BOM = "\uFEFF";
const CHUNK_ROWS = 500;

/** A table as CSV, written while it is read. */
export function streamCsv(table: FileTable): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(toChunks(table))) as ReadableStream<Uint8Array>;
}

async function* toChunks({ columns, rows }: FileTable): AsyncGenerator<Buffer> {
  const text = columns.map(({ kind }) => kind === "text");
  yield Buffer.from(BOM + toLines([columns.map(({ header }) => neutralise(header))]));
  let lines: string[][] = [];
  for await (const row of rows) {
    lines.push(row.map((cell, i) => toText(cell, text[i] ?? true)));
    if (lines.length < CHUNK_ROWS) continue;
    yield Buffer.from(toLines(lines));
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(toLines(lines));
}

function toLines(rows: string[][]): string {
  return stringify(rows, { record_delimiter: "\r\n" });
}

function toText(cell: Cell, text: boolean): string {
  if (cell === null) return "";
  return text ? neutralise(String(cell)) : String(cell);
}
