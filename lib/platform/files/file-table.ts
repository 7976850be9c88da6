/** A table on its way into a file: columns with their kinds, and rows that may come in parts. */

export type CellKind = "text" | "whole" | "decimal" | "number" | "percent" | "date";

interface FileColumn {
  header: string;
  kind: CellKind;
  /** In characters; a guess by kind if none is given. */
  width?: number;
}

export type Cell = string | number | null;

export interface FileTable {
  name: string;
  columns: FileColumn[];
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>;
}

const FORMULA = /^[=+\-@\t\r]/;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left alone. */
export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A file's name of what it holds and its day, without what file systems refuse. */
export function toFileName(parts: string[], extension: string): string {
  const name = parts.join("-").replace(/[^\p{L}\p{N}._]+/gu, "-");
  return `${name}.${extension}`;
}

/** The headers of a download, whose name may be Chinese. */
export function downloadHeaders(name: string, type: string): Record<string, string> {
  const ascii = name.replace(/[^\x20-\x7e]+/g, "_").replace(/["\\]/g, "_");
  // RFC 5987 has these escaped too, which the function leaves as they are.
  const escaped = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${escaped}`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}
