import "server-only";
import type { Tx } from "./client";
import { Prisma } from "./generated/client";

const CHUNK = 2_500;

type Table =
  | "enterprises"
  | "enterprise_identifiers"
  | "enterprise_contacts"
  | "units"
  | "leases"
  | "lease_lines"
  | "headcounts"
  | "employees"
  | "employee_names"
  | "milestones"
  | "milestone_baselines"
  | "milestone_forecasts"
  | "returns"
  | "return_places";

/**
 * Inserts many rows by one parameter a statement: the client's own createMany sends each value apart, which for
 * 10,000 rows takes several times as long and as much memory. Rows are objects with the table's own column names,
 * all with the same; dates are `YYYY-MM-DD`. Columns left out get the table's defaults, so ids must be given.
 */
export async function insertRows(tx: Tx, table: Table, rows: ({ id: string } & object)[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  // Both come from code alone: the table of a closed list, the columns of an object literal.
  const name = Prisma.raw(`"${table}"`);
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(", "),
  );
  for (let at = 0; at < rows.length; at += CHUNK) {
    const some = JSON.stringify(rows.slice(at, at + CHUNK));
    await tx.$executeRaw(Prisma.sql`INSERT INTO ${name} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${some}::jsonb)`);
  }
}
