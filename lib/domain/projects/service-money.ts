import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findProjectInScope } from "./queries";
import { findAmountInScope } from "./queries-records";
import type { AddAmountInput, ChangeAmountInput, RemoveAmountInput } from "./schema";

/** Money planned beside the main plan, or spent, on its day and in its currency, with where that is said. */
export async function addAmount(viewer: Viewer, { projectId, ...input }: AddAmountInput, within?: Within) {
  return inChangeSet(
    viewer,
    "projects.addAmount",
    null,
    async (tx) => {
      await findProjectInScope(tx, viewer, projectId);
      return tx.projectAmount.create({
        data: { ...toData(input), projectId },
        select: { id: true, version: true, projectId: true },
      });
    },
    within,
  );
}

export async function changeAmount(viewer: Viewer, { id, version, ...input }: ChangeAmountInput) {
  return inChangeSet(viewer, "projects.changeAmount", null, async (tx) => {
    const { projectId } = await findAmountInScope(tx, viewer, id);
    return { ...(await updateVersion(tx, tx.projectAmount, { id, version }, toData(input))), projectId };
  });
}

/** Takes a mistaken amount away; the history keeps it. */
export async function removeAmount(viewer: Viewer, { id, version, reason }: RemoveAmountInput) {
  return inChangeSet(viewer, "projects.removeAmount", reason, async (tx) => {
    const { projectId } = await findAmountInScope(tx, viewer, id);
    return { ...(await deleteVersion(tx, tx.projectAmount, { id, version })), projectId };
  });
}

/** Nothing was spent on a day that has not come. @throws AppError INVALID */
function toData({ money, on, ...input }: Omit<AddAmountInput, "projectId">) {
  if (input.kind === "ACTUAL" && on > todayInZone()) throw invalid({ on: "milestones.errors.future" });
  return { ...input, on: fromCivil(on), amount: money.amount, currency: money.currency };
}
