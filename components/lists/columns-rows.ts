import { escapeHtml } from "@/components/ui/plain-rows";
import { fillIn } from "@/lib/platform/i18n/translate-message";

export type ColumnChoice = { key: string; label: string; shown: boolean };
export type ColumnWords = Record<"up" | "down" | "always", string>;

/**
 * The columns of a list with a tick and two arrows each, as HTML: the sheet is shut on nearly every page it is drawn
 * for, and as elements it was a quarter of what a list page has around its rows. The first has no arrows and stays.
 */
export function drawColumns(columns: ColumnChoice[], words: ColumnWords): string {
  return columns.map((column, at) => drawColumn(column, at, columns.length - 1, words)).join("");
}

function drawColumn({ key, label, shown }: ColumnChoice, at: number, last: number, words: ColumnWords) {
  const value = escapeHtml(key);
  const always = at === 0;
  const ticked = `${shown ? " checked" : ""}${always ? " disabled" : ""}`;
  const tick = `<input type="checkbox" name="columns" value="${value}"${ticked}>`;
  const name = `${escapeHtml(label)}${always ? `<small>${escapeHtml(words.always)}</small>` : ""}`;
  const rest = always
    ? `<input type="hidden" name="columns" value="${value}">`
    : drawArrow(key, "up", fillIn(words.up, { column: label }), at === 1) +
      drawArrow(key, "down", fillIn(words.down, { column: label }), at === last);
  return `<li data-key="${value}"><label>${tick}${name}</label>${rest}</li>`;
}

function drawArrow(key: string, way: "up" | "down", name: string, off: boolean): string {
  const attributes = `name="move" value="${escapeHtml(key)}:${way}" aria-label="${escapeHtml(name)}"`;
  const arrow = `<span aria-hidden="true">${way === "up" ? "↑" : "↓"}</span>`;
  return `<button type="submit" ${attributes}${off ? ' aria-disabled="true"' : ""}>${arrow}</button>`;
}
