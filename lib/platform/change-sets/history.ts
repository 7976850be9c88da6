import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import type { ChangeVia } from "../db/generated/enums";
import { flatten } from "./update-version";

export type FieldChange = { field: string; before: string | null; after: string | null };
export type HistoryEntry = {
  changeSetId: string;
  at: string;
  actor: string;
  /** Who asked for it, where the actor decided on a request. */
  onBehalfOf: string | null;
  verb: string;
  via: ChangeVia;
  reason: string | null;
  rows: { table: string; rowId: string; op: "I" | "U" | "D"; fields: FieldChange[] }[];
};

type Row = {
  change_set_id: string;
  at: Date;
  actor_name: string;
  asker_name: string | null;
  verb: string;
  via: ChangeVia;
  reason: string | null;
  table_name: string;
  row_id: string;
  op: "I" | "U" | "D";
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/**
 * Columns that say nothing to a reader: keys, versions, and what is derived from the names. A name that stands in a row
 * of its own is told as changed.
 */
const silent =
  /^(id|version|base_version|created_at|asked_at|asked_by_name|decided_at|sort_.*|search|name_key_.*|(?!name_id$).*_id|exclusive|sublease)$/;

/** Values of another record's fields, told as one: their parts are named in that record's own way. */
const whole = "change_request_fields";

/** What triggers work out for the lines of leases; the days of a policy's text are written by people. */
const derived = /^in_force_/;

/**
 * The change sets that touched a record, newest first, with each field's before and after. The caller has
 * found the record within the viewer's reach; `rootIds` are its own id and those of records under it.
 */
export async function listHistory(rootIds: string[], limit = 100): Promise<HistoryEntry[]> {
  if (rootIds.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT c.change_set_id, c.at, s.actor_name, u.name AS asker_name, s.verb, s.via, s.reason, c.table_name, c.row_id, c.op,
      c.before, c.after
    FROM changes c JOIN change_sets s ON s.id = c.change_set_id
    LEFT JOIN users u ON u.id = s.on_behalf_of_id
    WHERE c.root_id = ANY (${rootIds}::uuid[]) ORDER BY c.id DESC LIMIT ${limit * 10}`);
  const entries = new Map<string, HistoryEntry>();
  for (const row of rows) {
    let entry = entries.get(row.change_set_id);
    if (!entry) {
      if (entries.size === limit) break;
      entry = {
        changeSetId: row.change_set_id,
        at: row.at.toISOString(),
        actor: row.actor_name,
        onBehalfOf: row.asker_name,
        verb: row.verb,
        via: row.via,
        reason: row.reason,
        rows: [],
      };
      entries.set(row.change_set_id, entry);
    }
    const fields = toFieldChanges(row.table_name, row.before, row.after);
    if (fields.length > 0 || row.op !== "U") {
      entry.rows.push({ table: row.table_name, rowId: row.row_id, op: row.op, fields });
    }
  }
  return [...entries.values()].filter((entry) => entry.rows.length > 0);
}

function toFieldChanges(table: string, was: Row["before"], is: Row["after"]): FieldChange[] {
  const parts = (row: Record<string, unknown>) => (table === whole ? row : flatten(row));
  const [before, after] = [was && parts(was), is && parts(is)];
  const columns = Object.keys({ ...before, ...after }).filter(
    (column) => !silent.test(column) && !(table === "lease_lines" && derived.test(column)),
  );
  return columns.flatMap((column) => {
    const old = toText(before?.[column]);
    const now = toText(after?.[column]);
    return old === now ? [] : [{ field: column, before: old, after: now }];
  });
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  return Array.isArray(value) ? value.map(toWords).join(", ") || null : toWords(value);
}

/** A thing that has parts, such as an identifier that a firm asks for: what they say, without ids. */
function toWords(item: unknown): string {
  if (item === null || typeof item !== "object") return String(item);
  return Object.entries(item)
    .filter(([name, part]) => part !== null && part !== false && part !== "" && !name.endsWith("Id"))
    .map(([, part]) => part)
    .join(" ");
}
