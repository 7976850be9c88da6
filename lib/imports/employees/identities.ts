import { findIdentityProblem } from "../../domain/employees/rules";
import type { Table } from "../types";

/** What stands where an identity number stood: a list may bring them, and they are not kept. */
export const IDENTITY_REMOVED = "✂";

/** The table of a list of people without the identity numbers in it, whatever their column. */
export function removeIdentities(table: Table): Table {
  const rows = table.rows.map(({ n, cells }) => ({
    n,
    cells: cells.map((cell) => (findIdentityProblem(cell, "staffNo") ? IDENTITY_REMOVED : cell)),
  }));
  return { ...table, rows };
}
