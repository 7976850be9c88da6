import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db, type Tx } from "@/lib/platform/db/client";
import { conflict, messageOf, notFound } from "@/lib/platform/errors/app-error";
import { nameOf } from "@/lib/platform/i18n/names";
import { assertCan } from "../permissions";
import { findChangeSet, mayUndo } from "./queries";
import { isUndoneWhole } from "./rules";
import type { UndoChangeSetInput } from "./schema";

type Outcome = { record: string; kept: "CHANGED" | "IN_USE" | null };

/** As many records as are named; the rest are counted. */
const NAMED = 5;

/**
 * Undoes a change set under one of its own: every record that nobody has touched since goes back to what it was;
 * one touched since, or needed by what came later, stays and is named. It can be undone itself.
 * @returns how many records went back, how many stayed, and the names of the first of those
 * @throws AppError NOT_FOUND out of reach; CONFLICT where nothing can go back, or it was undone already
 */
export async function undoChangeSet(viewer: Viewer, { id }: UndoChangeSetInput) {
  assertCan(viewer, "change-sets.undo");
  const found = await findChangeSet(db, id);
  if (!found) throw notFound();
  if (found.undone) throw conflict("change-sets.errors.undoneAlready");
  if (!mayUndo(viewer, found)) throw notFound();
  return openChangeSet(viewer, { verb: "change-sets.undo", undoesId: id }, async (tx, changeSetId) => {
    const outcomes = await tx.$queryRaw<Outcome[]>`
      SELECT record::text, kept FROM undo_change_set(${id}::uuid)`;
    const kept = outcomes.filter((outcome) => outcome.kept !== null);
    const undone = outcomes.length - kept.length;
    const names = await namesOf(tx, viewer, kept.slice(0, NAMED));
    if (undone === 0 || (kept.length > 0 && isUndoneWhole(found.verb))) {
      // Nothing is written: the transaction goes back with this.
      throw conflict(messageOf("change-sets.errors.standsSince", { names: names.join(", ") }));
    }
    return { undone, kept: kept.length, names, changeSetId };
  });
}

type Named = Record<
  "lease_no" | "code" | "name" | "name_zh" | "name_en" | "title_zh" | "title_en",
  string | null
>;

/** What the office calls the records, from the last that was written of them. */
async function namesOf(tx: Tx, viewer: Viewer, kept: Outcome[]): Promise<string[]> {
  if (kept.length === 0) return [];
  const rows = await tx.$queryRaw<{ row: Named | null }[]>`
    SELECT (SELECT coalesce(c.after, c.before) FROM changes c
      WHERE c.row_id = k.id OR (c.row_id = (SELECT d.root_id FROM changes d WHERE d.row_id = k.id LIMIT 1)
        AND NOT EXISTS (SELECT 1 FROM changes e WHERE e.row_id = k.id AND e.table_name <> 'headcounts'))
      ORDER BY c.id DESC LIMIT 1) AS row
    FROM unnest(${kept.map(({ record }) => record)}::uuid[]) AS k(id)`;
  return rows.flatMap(({ row }) => {
    if (!row) return [];
    const named = { nameZh: row.name_zh ?? row.title_zh, nameEn: row.name_en ?? row.title_en };
    return row.lease_no || nameOf(viewer.locale, named) || row.code || row.name || [];
  });
}
