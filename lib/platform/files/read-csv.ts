import { parse } from "csv-parse/sync";

const DELIMITERS = [",", ";", "\t"] as const;

/** The records of a CSV text with their numbers, blank ones left out. A spreadsheet counts records, not lines. */
export function parseCsv(text: string, limit: number): { n: number; cells: string[] }[] {
  const records: string[][] = parse(text, {
    delimiter: findDelimiter(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: limit,
  });
  return records
    .map((cells, i) => ({ n: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** The separator that splits the first lines into the most, and the most even, columns. */
export function findDelimiter(text: string): string {
  const lines = unquoted(text.slice(0, 20_000))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    if (usual > best.score) best = { delimiter, score: usual };
  }
  return best.delimiter;
}

/** Without what stands in quotes, so that commas in addresses do not count. */
function unquoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '""');
}
