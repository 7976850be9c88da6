/** A line that was pasted, by its number from 1, as the cells between its tabs, commas, semicolons or spaces. */
export type RateLine = { line: number; cells: string[] };

/** One rate a pair and day. */
export function keyOfRate({ base, quote, on }: { base: string; quote: string; on: string }): string {
  return `${base}/${quote} ${on}`;
}

/** Lines with something in them; a first line without a figure is a header. */
export function splitRateLines(text: string): RateLine[] {
  const lines = text
    .split(/\r?\n/)
    .map((words, at) => ({ line: at + 1, words: words.normalize("NFKC").trim() }))
    .filter(({ words }) => words !== "");
  const body = lines[0] && !/\d/.test(lines[0].words) ? lines.slice(1) : lines;
  return body.map(({ line, words }) => ({
    line,
    // A table's tabs first: a date may hold spaces, and a figure commas.
    cells: words
      .split(words.includes("\t") ? /\t/ : words.includes(";") ? /;/ : /[,，\s]+/)
      .map((cell) => cell.trim()),
  }));
}
