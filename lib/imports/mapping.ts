import { createHash } from "node:crypto";
import { columnsOf, type Field, recogniseHeader } from "./fields";
import { toHeaderKey } from "./header-key";
import type { ImportKind, Mapping } from "./types";

/** Which column holds which field, by the headers' names: the first column that names a field has it. */
export function proposeMapping(kind: ImportKind, headers: string[], own: Field[] = []): Mapping {
  const read = new Set(columnsOf(kind, own).map(({ name }) => name));
  const mapping: Mapping = {};
  for (const [column, header] of headers.entries()) {
    const field = header && recogniseHeader(kind, header, own);
    if (field && read.has(field) && !(field in mapping)) mapping[field] = column;
  }
  return mapping;
}

/** Two files with the same columns in the same order share their mapping. */
export function toSignature(headers: string[]): string {
  return createHash("sha256").update(headers.map(toHeaderKey).join("\n")).digest("hex");
}

/** A mapping as somebody sent it: known fields, columns that exist, each field once. */
export function cleanMapping(
  kind: ImportKind,
  headers: string[],
  given: Record<string, unknown>,
  own: Field[] = [],
): Mapping {
  const mapping: Mapping = {};
  for (const { name } of columnsOf(kind, own)) {
    const column = given[name];
    if (typeof column === "number" && Number.isInteger(column) && column >= 0 && column < headers.length) {
      mapping[name] = column;
    }
  }
  return mapping;
}
