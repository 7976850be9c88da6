import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { conflict, messageOf, notFound } from "@/lib/platform/errors/app-error";
import { assertCan } from "../permissions";
import { findChangeSet, listUndoableOf, nameRecords } from "./queries";
import { FREE_EDIT, isUndoneWhole } from "./rules";
import type { UndoChangeSetInput } from "./schema";
import { tellFirmUndone } from "./service-tell";

type Outcome = { root: string; kept: "CHANGED" | "IN_USE" | null };

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
  // Whoever could not undo it is not told either that somebody did.
  const may = await listUndoableOf(db, viewer, [{ ...found, undone: false }]);
  if (!may.has(id)) throw notFound();
  if (found.undone) throw conflict("change-sets.errors.undoneAlready");
  return openChangeSet(viewer, { verb: "change-sets.undo", undoesId: id }, async (tx, changeSetId) => {
    const outcomes = await tx.$queryRaw<Outcome[]>`
      SELECT root::text, kept FROM undo_change_set(${id}::uuid)`;
    const kept = outcomes.filter((outcome) => outcome.kept !== null);
    const undone = outcomes.length - kept.length;
    const roots = [...new Set(kept.map(({ root }) => root))].slice(0, NAMED);
    const names = [...(await nameRecords(tx, viewer.locale, roots)).values()];
    if (undone === 0 || (kept.length > 0 && isUndoneWhole(found.verb))) {
      // Nothing is written: the transaction goes back with this.
      throw conflict(messageOf("change-sets.errors.standsSince", { names: names.join(", ") }));
    }
    if (found.verb === FREE_EDIT && viewer.enterpriseIds === null) await tellFirmUndone(tx, found);
    return { undone, kept: kept.length, names, changeSetId };
  });
}
