import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findProjectInScope } from "./queries";
import { findEntryInScope } from "./queries-records";
import type { ChangeEntryInput, CloseEntryInput, RaiseEntryInput, ReopenEntryInput } from "./schema";

/** A risk, an issue or a decision of a project is written down. */
export async function raiseEntry(viewer: Viewer, { projectId, ...input }: RaiseEntryInput, within?: Within) {
  return inChangeSet(
    viewer,
    "projects.raiseEntry",
    null,
    async (tx) => {
      await findProjectInScope(tx, viewer, projectId);
      return tx.projectEntry.create({
        data: { ...toData(input), projectId },
        select: { id: true, version: true, projectId: true },
      });
    },
    within,
  );
}

export async function changeEntry(viewer: Viewer, { id, version, ...input }: ChangeEntryInput) {
  return inChangeSet(viewer, "projects.changeEntry", null, async (tx) => {
    const { projectId } = await findEntryInScope(tx, viewer, id);
    return { ...(await updateVersion(tx, tx.projectEntry, { id, version }, toData(input))), projectId };
  });
}

/** It is over on a day, with what came of it. */
export async function closeEntry(viewer: Viewer, { id, version, closedOn, outcome }: CloseEntryInput) {
  return inChangeSet(viewer, "projects.closeEntry", null, async (tx) => {
    const { projectId, raisedOn } = await findEntryInScope(tx, viewer, id);
    if (closedOn < toCivil(raisedOn)) throw invalid({ closedOn: "errors.datesOrdered" });
    const data = { closedOn: fromCivil(closedOn), outcome };
    return { ...(await updateVersion(tx, tx.projectEntry, { id, version }, data)), projectId };
  });
}

/** It was not over. */
export async function reopenEntry(viewer: Viewer, { id, version, reason }: ReopenEntryInput) {
  return inChangeSet(viewer, "projects.reopenEntry", reason, async (tx) => {
    const { projectId } = await findEntryInScope(tx, viewer, id);
    const data = { closedOn: null, outcome: null };
    return { ...(await updateVersion(tx, tx.projectEntry, { id, version }, data)), projectId };
  });
}

function toData({ raisedOn, dueOn, ...input }: Omit<RaiseEntryInput, "projectId">) {
  return {
    ...input,
    raisedOn: fromCivil(raisedOn),
    dueOn: dueOn && fromCivil(dueOn),
    severity: input.kind === "RISK" ? input.severity : null,
  };
}
