import { CellReader } from "./cells";
import type { Mapping, Outcome, Problem, Table } from "./types";

/** What becomes of each row, and why some are left out: a row with any problem at a cell is not written. */
export function planRows(
  table: Table,
  mapping: Mapping,
  planRow: (cell: CellReader) => Outcome,
): { outcomes: Outcome[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const outcomes = table.rows.map((row): Outcome => {
    const cell = new CellReader(row, mapping);
    const outcome = planRow(cell);
    if (!cell.failed) return outcome;
    problems.push(...cell.problems);
    return "ERROR";
  });
  return { outcomes, problems };
}
