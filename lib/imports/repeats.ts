import { messageOf } from "../platform/errors/app-error";
import type { CellReader } from "./cells";

/** Rows of a file that speak of one thing: the same again is a repetition, something else a contradiction. */
export class Repeats {
  private readonly seen = new Map<string, { row: number; values: string }>();

  /** True where the row only repeats an earlier one; refused where it contradicts it. */
  check(cell: CellReader, key: string, said: object): boolean {
    const values = JSON.stringify(said);
    const before = this.seen.get(key);
    if (!before) this.seen.set(key, { row: cell.n, values });
    else if (before.values !== values) {
      cell.refuse(null, "TWICE_IN_FILE", messageOf("imports.errors.twice", { row: before.row }));
    }
    return before !== undefined;
  }
}
