import { fileRefused } from "../platform/files/file-error";
import { type Field, recogniseHeader } from "./fields";
import type { ImportKind, Row, Table } from "./types";

export type Grid = { name: string | null; rows: Row[]; merges: string[] };

/** A title and a legend may stand above the header, not a page of them. */
const DEPTH = 30;
const LEAST = 2;
const TOTAL = /^(合计|总计|小计|共计|累计|本页合计|grandtotal|subtotal|total|totals|sum)[::]?$/;
const FOOTNOTE = /^(注|备注|说明|附注|制表|填表|审核|数据来源|note|notes|remark|prepared by|source)\s*[:：]/i;

/** The field that a header names. */
type Recognise = (header: string) => string | null;

type Found = { headers: string[]; at: number; last: number; score: number };

/**
 * The table of a file for a kind: the sheet and the row (or the two merged rows) whose cells name the most of its
 * columns; beneath it everything but blank rows, repeated headers, totals and footnotes. @throws AppError
 */
export function findTable(kind: ImportKind, grids: Grid[], own: Field[] = []): Table {
  const recognise = (header: string) => recogniseHeader(kind, header, own);
  let best: { grid: Grid; found: Found } | null = null;
  for (const grid of grids) {
    const found = findHeader(recognise, grid);
    if (found && found.score > (best?.found.score ?? LEAST - 1)) best = { grid, found };
  }
  if (!best) throw fileRefused(grids.some(({ rows }) => rows.length > 0) ? "notTable" : "empty");
  const { grid, found } = best;
  const { headers, last } = found;
  const rows = fillMerges(grid, last)
    .filter((row) => row.n > last && isData(row, headers))
    .map(({ n, cells }) => ({ n, cells: headers.map((_, i) => cells[i] ?? "") }));
  return { sheet: grid.name, headerRow: last, headers, rows };
}

function findHeader(recognise: Recognise, { rows, merges }: Grid): Found | null {
  let best: Found | null = null;
  for (const [i, row] of rows.slice(0, DEPTH).entries()) {
    const alone = score(recognise, row.cells);
    if (alone > (best?.score ?? 0)) {
      best = { headers: trimEnd(row.cells), at: row.n, last: row.n, score: alone };
    }
    const below = rows[i + 1];
    if (!below || below.n !== row.n + 1) continue;
    const joined = joinHeaders(recognise, row, below, merges);
    const both = score(recognise, joined);
    if (both > Math.max(alone, best?.score ?? 0)) {
      best = { headers: trimEnd(joined), at: row.n, last: below.n, score: both };
    }
  }
  return best;
}

/** How many different columns the cells name; what names none counts a little against a longer text. */
function score(recognise: Recognise, cells: string[]): number {
  return new Set(cells.map((cell) => cell && recognise(cell)).filter(Boolean)).size;
}

/** Two rows as one: 计划 over 开始日期 is 开始日期 if that is known, else 计划开始日期. */
function joinHeaders(recognise: Recognise, above: Row, below: Row, merges: string[]): string[] {
  const width = Math.max(above.cells.length, below.cells.length);
  const groups = spread(above, merges);
  return Array.from({ length: width }, (_, i) => {
    const own = (above.cells[i] ?? "").trim();
    const group = own || (groups.get(i) ?? "");
    const sub = (below.cells[i] ?? "").trim();
    if (!sub) return own;
    const known = [`${group}${sub}`, sub].find((name) => recognise(name));
    return known ?? (own && recognise(own) ? own : `${group} ${sub}`.trim());
  });
}

/** The text of a merged header cell over each of its columns; without merges, over the blanks to its right. */
function spread(row: Row, merges: string[]): Map<number, string> {
  const groups = new Map<number, string>();
  const wide = merges.map(parseRange).filter((range) => range.top <= row.n && row.n <= range.bottom);
  for (const { left, right } of wide) {
    for (let i = left; i <= right; i += 1) groups.set(i, (row.cells[left] ?? "").trim());
  }
  if (wide.length > 0) return groups;
  let current = "";
  for (const [i, cell] of row.cells.entries()) {
    current = cell.trim() || current;
    groups.set(i, current);
  }
  return groups;
}

/** Cells merged downwards hold their value in the first row only; each row gets it. */
function fillMerges({ rows, merges }: Grid, header: number): Row[] {
  const tall = merges.map(parseRange).filter(({ top, bottom }) => top > header && bottom > top);
  if (tall.length === 0) return rows;
  const byNumber = new Map(rows.map((row) => [row.n, { n: row.n, cells: [...row.cells] }]));
  for (const { top, bottom, left } of tall) {
    const value = byNumber.get(top)?.cells[left] ?? "";
    for (let n = top + 1; n <= bottom; n += 1) {
      const row = byNumber.get(n);
      if (!row || row.cells[left]) continue;
      while (row.cells.length < left) row.cells.push("");
      row.cells[left] = value;
    }
  }
  return [...byNumber.values()];
}

function isData({ cells }: Row, headers: string[]): boolean {
  const filled = cells.slice(0, headers.length).filter((cell) => cell.trim() !== "");
  if (filled.length === 0) return false;
  const first = filled.slice(0, 3).map((cell) => cell.normalize("NFKC").replace(/\s/g, "").toLowerCase());
  if (first.some((text) => TOTAL.test(text)) && filled.length < Math.max(3, headers.length)) return false;
  if (filled.length === 1 && FOOTNOTE.test((filled[0] ?? "").trim())) return false;
  return !headers.every((header, i) => header.trim() === (cells[i] ?? "").trim());
}

function parseRange(range: string): { top: number; bottom: number; left: number; right: number } {
  const [from = "A1", to = from] = range.split(":");
  const corner = (ref: string) => ({ column: columnOf(ref), row: Number(ref.replace(/\D/g, "")) });
  const [a, b] = [corner(from), corner(to)];
  return { top: a.row, bottom: b.row, left: a.column, right: b.column };
}

function columnOf(ref: string): number {
  let column = 0;
  for (const letter of ref.replace(/\d/g, "")) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function trimEnd(cells: string[]): string[] {
  const headers = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  while (headers.length > 0 && !headers.at(-1)) headers.pop();
  return headers;
}
