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

/** Stands for "not used" in a mapping that is remembered, so that a field which came later is told apart. */
const NOT_USED = -1;

/** A mapping with the fields that it leaves out. */
export function toRemembered(kind: ImportKind, mapping: Mapping, own: Field[] = []): Mapping {
  return Object.fromEntries(columnsOf(kind, own).map(({ name }) => [name, mapping[name] ?? NOT_USED]));
}

/**
 * A remembered mapping for a file with the same header. A field that was not known when it was settled takes the column
 * whose header names it, if nothing else has that. What was remembered before fields left out were written down is
 * taken to know all but the office's own.
 */
export function recallMapping(
  kind: ImportKind,
  headers: string[],
  remembered: Record<string, number>,
  own: Field[] = [],
): Mapping {
  const mapping = cleanMapping(kind, headers, remembered, own);
  const whole = Object.values(remembered).includes(NOT_USED);
  const taken = new Set(Object.values(mapping));
  const later = new Set((whole ? columnsOf(kind, own) : own).map(({ name }) => name));
  for (const [name, column] of Object.entries(proposeMapping(kind, headers, own))) {
    if (name in remembered || !later.has(name) || taken.has(column)) continue;
    mapping[name] = column;
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
