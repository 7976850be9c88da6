/** A cell of a row whose cells are all words and figures. */
export type PlainCell = {
  text: string;
  look: Record<string, string>;
  mark?: { kind: string; style: string };
  /** In place of the text. */
  links?: { text: string; href: string }[];
};
export type PlainRow = {
  href?: string;
  /** A box to tick the row by. */
  box?: { id: string; label: string };
  cells: PlainCell[];
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, in an element and in a quoted attribute alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);
}

/**
 * The rows of a table as HTML. Four hundred cells as elements are made, sent and made again in the browser;
 * as one text they are drawn at once. Only for cells of plain text: everything in it is escaped here.
 */
export function drawPlainRows(rows: PlainRow[]): string {
  // A column's cells share one look: it is drawn once, not fifty times.
  const drawn = new Map<PlainCell["look"], string>();
  const attributesOf = (look: PlainCell["look"]) => {
    const known = drawn.get(look) ?? drawLook(look);
    drawn.set(look, known);
    return known;
  };
  return rows.map((row) => drawRow(row, attributesOf)).join("");
}

function drawLook(look: PlainCell["look"]): string {
  return Object.entries(look)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
}

function drawRow({ href, box, cells }: PlainRow, attributesOf: (look: PlainCell["look"]) => string): string {
  const drawn = cells.map(({ text, look, mark, links }, i) => {
    const attributes = attributesOf(look);
    const words = links ? drawLinks(links) : mark ? drawMark(text, mark) : escapeHtml(text);
    if (i > 0) return `<td${attributes}>${words}</td>`;
    const header = href ? `<a href="${escapeHtml(href)}">${words}</a>` : words;
    return `<th scope="row"${attributes}>${header}</th>`;
  });
  return `<tr>${box ? drawBox(box) : ""}${drawn.join("")}</tr>`;
}

function drawBox({ id, label }: { id: string; label: string }): string {
  const input = `<input type="checkbox" name="id" value="${escapeHtml(id)}" aria-label="${escapeHtml(label)}">`;
  return `<td data-box="true"><label>${input}</label></td>`;
}

function drawLinks(links: { text: string; href: string }[]): string {
  return links.map(({ text, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`).join(" · ");
}

function drawMark(text: string, { kind, style }: { kind: string; style: string }): string {
  return `<span class="${escapeHtml(style)}" data-kind="${escapeHtml(kind)}">${escapeHtml(text)}</span>`;
}
