/** Rows in the order of their ids; an id without its row is left out. */
export function inOrder<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Rows by their ids, some at a time: the next are asked for when those before are taken. */
export async function* byIds<Row>(
  ids: string[],
  fetch: (ids: string[]) => Promise<Row[]>,
  size = 500,
): AsyncGenerator<Row> {
  for (let at = 0; at < ids.length; at += size) yield* await fetch(ids.slice(at, at + size));
}
