import type { PlainCell, PlainRow } from "./plain-rows";

/**
 * Rows of plain text as they travel beside the page: what a table's rows have in common is said once, and what is left
 * is one text, a line a row. As HTML they were half of a list page's weight, and sent a second time.
 */
export type PackedRows = {
  rows: number;
  leads: boolean;
  boxes: boolean;
  columns: { look: Record<string, string>; mark?: string; linked?: true }[];
  /** How all texts of a field begin and end. */
  shared: [before: string, after: string][];
  text: string;
};

// Of the control characters these three are the shortest in JSON; in a cell they would be drawn as spaces anyway.
const [ROW, FIELD, PART] = ["\n", "\t", "\f"];

/** All rows have the cells, looks and marks of the first. */
export function packRows(rows: PlainRow[]): PackedRows {
  const [first] = rows;
  const columns = (first?.cells ?? []).map(({ look, mark }, i) => ({
    ...{ look, mark: mark?.style },
    ...(rows.some(({ cells }) => cells[i]?.links) ? { linked: true as const } : {}),
  }));
  const leads = first?.href !== undefined;
  const boxes = first?.box !== undefined;
  const fields = rows.map(({ href = "", box, cells }) => [
    ...(leads ? [oneLine(href)] : []),
    ...(boxes ? [oneLine(box?.id ?? ""), oneLine(box?.label ?? "")] : []),
    ...cells.flatMap(({ text, mark, links }, i) => [
      oneLine(text),
      ...(columns[i]?.mark === undefined ? [] : [oneLine(mark?.kind ?? "")]),
      ...(columns[i]?.linked ? [packLinks(links)] : []),
    ]),
  ]);
  const shared = (fields[0] ?? []).map((_, i) => shareOf(fields.map((row) => row[i] ?? "")));
  const rest = fields.map((row) =>
    row.map((text, i) => text.slice(shared[i]?.[0].length, text.length - (shared[i]?.[1].length ?? 0))),
  );
  const text = rest.map((row) => row.join(FIELD)).join(ROW);
  return { rows: rows.length, leads, boxes, columns, shared, text };
}

export function unpackRows({ rows, leads, boxes, columns, shared, text }: PackedRows): PlainRow[] {
  if (rows === 0) return [];
  return text.split(ROW).map((line) => {
    const fields = line
      .split(FIELD)
      .map((rest, i) => `${shared[i]?.[0] ?? ""}${rest}${shared[i]?.[1] ?? ""}`)
      .values();
    const next = () => fields.next().value ?? "";
    const href = leads ? next() : undefined;
    const box = boxes ? { id: next(), label: next() } : undefined;
    const cells = columns.map(({ look, mark, linked }): PlainCell => {
      const words = next();
      const kind = mark === undefined ? undefined : { kind: next(), style: mark };
      return { text: words, look, mark: kind, links: linked ? unpackLinks(next()) : undefined };
    });
    return { href, box, cells };
  });
}

function oneLine(text: string): string {
  return text.replace(/[\n\t\f]/g, " ");
}

function packLinks(links: PlainCell["links"]): string {
  return (links ?? []).flatMap(({ text, href }) => [oneLine(text), oneLine(href)]).join(PART);
}

function unpackLinks(text: string): PlainCell["links"] {
  if (text === "") return undefined;
  const parts = text.split(PART);
  return parts.flatMap((words, i) => (i % 2 === 0 ? [{ text: words, href: parts[i + 1] ?? "" }] : []));
}

/** The longest beginning and ending that all texts have, which do not overlap in any of them. */
function shareOf(texts: string[]): [string, string] {
  const [first = ""] = texts;
  const least = Math.min(...texts.map(({ length }) => length));
  // Letter by letter, without a call for each: a list page's addresses have two thousand of them.
  let before = least;
  for (const text of texts) {
    let same = 0;
    while (same < before && text.charCodeAt(same) === first.charCodeAt(same)) same += 1;
    before = same;
  }
  let after = least - before;
  for (const text of texts) {
    let same = 0;
    while (same < after && fromEnd(text, same) === fromEnd(first, same)) same += 1;
    after = same;
  }
  return [first.slice(0, before), first.slice(first.length - after)];
}

function fromEnd(text: string, at: number): number {
  return text.charCodeAt(text.length - 1 - at);
}
