import { headerKeys } from "@/lib/imports/header-key";

/** A block of cells as Excel puts it on the clipboard: tabs between cells, quotes around what holds a tab or a line. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    // One line a cell: a row of the grid is a row of a file.
    rows.at(-1)?.push(cell.replace(/\s*\n\s*/g, " ").trim());
    cell = "";
  };
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < plain.length; at += 1) {
    const mark = plain[at];
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (plain[at + 1] === '"') {
        cell += mark;
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell === "" && closes(plain, at)) quoted = true;
    else if (mark === "\t") endCell();
    else if (mark === "\n") {
      endCell();
      rows.push([]);
    } else cell += mark;
  }
  endCell();
  return rows;
}

/** Whether the quote that begins a cell is closed at the end of one; else it is a letter like any other. */
function closes(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || text[at + 1] === "\t" || text[at + 1] === "\n";
  }
  return false;
}

export type GridColumn = {
  field: string;
  label: string;
  /** The keys of every name that it is recognised by (lib/imports/header-key). */
  keys: string[];
  example: string;
  needed: boolean;
  /** Goes along unseen: the row's own number. */
  hidden?: boolean;
};

/** Where a block's columns go: by its header row if it has one, else side by side from where it is put. */
export type Placing = { targets: (number | null)[]; rows: string[][]; unknown: string[] };

/** A first row that names two columns at least, or the only one there is, is a header; its cells find their columns. */
export function placeBlock(block: string[][], columns: GridColumn[], from: number): Placing {
  const [first = [], ...rest] = block;
  const byKey = new Map<string, number>();
  for (const [i, { keys }] of columns.entries()) {
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, i);
  }
  const taken = new Set<number>();
  const named = first.map((header) => {
    const found = headerKeys(header).flatMap((key) => byKey.get(key) ?? [])[0];
    if (found === undefined || taken.has(found)) return null;
    taken.add(found);
    return found;
  });
  const said = first.filter(Boolean).length;
  if (rest.length > 0 && (taken.size >= 2 || (taken.size === 1 && said === 1))) {
    return { targets: named, rows: rest, unknown: first.filter((header, i) => header && named[i] === null) };
  }
  const targets = first.map((_, i) => (from + i < columns.length ? from + i : null));
  const width = Math.max(...block.map((row) => row.length));
  while (targets.length < width) {
    targets.push(from + targets.length < columns.length ? from + targets.length : null);
  }
  return { targets, rows: block, unknown: [] };
}

/** Rows as a file of comma-separated values under the fields' names. */
export function toCsv(columns: GridColumn[], rows: string[][]): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return [columns.map(({ field }) => field), ...rows].map((row) => row.map(quote).join(",")).join("\r\n");
}
