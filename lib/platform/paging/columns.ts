import { firstValues, type SearchParams } from "./list-params";

/** In an address: the list's usual columns, whatever its reader has chosen. */
export const USUAL = "usual";

/**
 * The columns that an address asks for, in their order; null where it asks for none. They stand in it as
 * `columns=name,area`, or as a plain form sends them, `columns=name&columns=area`, with `move=area:up` where the form
 * was sent by one of its arrows.
 */
export function readColumns(params: SearchParams): string[] | null {
  const { columns } = params;
  const given = (Array.isArray(columns) ? columns : [columns ?? ""])
    .flatMap((part) => part.split(","))
    .map((key) => key.trim())
    .filter(Boolean);
  if (given.length === 0) return null;
  const [key = "", way] = (firstValues(params).move ?? "").split(":");
  return moved([...new Set(given)], key, way === "up" ? -1 : way === "down" ? 1 : 0);
}

/** The same things with one of them moved a place; the first keeps its place, and nothing leaves the row. */
export function moved(keys: string[], key: string, by: number): string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 1 || to < 1 || to >= keys.length) return keys;
  const rest = keys.filter((other) => other !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}

/**
 * Those of a list's columns that are shown: the ones asked for in the order asked for, else the usual ones. The first
 * is always there, since it names the row; a key that no column has is passed over.
 */
export function chooseColumns<Column extends { key: string; hidden?: boolean }>(
  columns: Column[],
  asked: string[] | null,
): Column[] {
  const [first, ...rest] = columns;
  if (!first) return [];
  if (!asked || asked[0] === USUAL) return [first, ...rest.filter(({ hidden }) => !hidden)];
  const chosen = asked.flatMap((key) => rest.find((column) => column.key === key) ?? []);
  return [first, ...new Set(chosen)];
}
