/** What a page of 1,280 pixels leaves a table, beside the rail and the margins. */
const ROOM = 1016;
/** Of the table's type at 13 pixels: a Latin letter or a figure, and a Chinese character. */
const [NARROW, FULL] = [7, 13];
const PADDING = 20;
/** As the style sheet has it for columns whose words may break. */
const WRAPPED = 160;

type Shape = { header: string; wrap?: boolean; cells: readonly string[] };

/**
 * Whether a table is surely or probably wider than the page: known before it is drawn, so that a table that scrolls in
 * a region of its own does so from the first. A browser that finds it otherwise may still let it scroll; by then it
 * must not move.
 */
export function isWide(columns: readonly Shape[]): boolean {
  const widths = columns.map(({ header, wrap, cells }) => {
    const heading = Math.max(...header.split(/\s+/).map(widthOf));
    if (wrap) return Math.max(WRAPPED, heading);
    return Math.max(heading, ...cells.map(widthOf));
  });
  return widths.reduce((sum, width) => sum + width + PADDING, 0) > ROOM;
}

function widthOf(text: string): number {
  let width = 0;
  // By units, not characters: five hundred cells a page, and a letter beyond the first plane is as good as two.
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0x2e80 ? FULL : NARROW;
  return width;
}
