import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { conflict, invalid, messageOf, notFound } from "@/lib/platform/errors/app-error";
import { assertCan } from "../permissions";
import { findChangeSet, listUndoableOf, nameRecords } from "./queries";
import { asksReason, isUndoneWhole } from "./rules";
import type { UndoChangeSetInput } from "./schema";
import { tellFirmUndone } from "./service-tell";

type UndoInput = Pick<UndoChangeSetInput, "id"> & Partial<UndoChangeSetInput>;
type Outcome = { root: string; kept: "CHANGED" | "IN_USE" | null };

/** As many records as are named; the rest are counted. */
const NAMED = 5;

/**
 * Undoes a change set under one of its own: every record that nobody has touched since goes back to what it was;
 * one touched since, or needed by what came later, stays and is named. It can be undone itself.
 * @returns how many records went back, how many stayed, and the names of the first of those
 * @throws AppError NOT_FOUND out of reach; INVALID `reason` where a firm is to be told one; CONFLICT where nothing can go back, or it was undone already
 */
export async function undoChangeSet(viewer: Viewer, { id, reason = null }: UndoInput) {
  assertCan(viewer, "change-sets.undo");
  const found = await findChangeSet(db, id);
  if (!found) throw notFound();
  // Whoever could not undo it is not told either that somebody did.
  const may = await listUndoableOf(db, viewer, [{ ...found, undone: false }]);
  if (!may.has(id)) throw notFound();
  if (found.undone) throw conflict("change-sets.errors.undoneAlready");
  const toFirm = asksReason(found.verb, viewer.enterpriseIds !== null);
  if (toFirm && !reason) throw invalid({ reason: "errors.required" });
  return openChangeSet(
    viewer,
    { verb: "change-sets.undo", undoesId: id, reason },
    async (tx, changeSetId) => {
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
      if (toFirm) await tellFirmUndone(tx, found, reason ?? "");
      return { undone, kept: kept.length, names, changeSetId };
    },
  );
}
