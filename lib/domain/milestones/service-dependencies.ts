import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { conflict } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import { findMilestoneInScope } from "./queries";
import { assertLive } from "./rules";
import type { DependMilestoneInput, ReleaseMilestoneInput } from "./schema";

/**
 * A milestone waits for another, of its own project or not: finish to start.
 * @throws AppError CONFLICT at `predecessorId` for a circle, or where it waits for it already; NOT_FOUND out of reach
 */
export async function dependMilestone(viewer: Viewer, input: DependMilestoneInput) {
  return inChangeSet(viewer, "milestones.depend", null, async (tx) => {
    const { id, predecessorId } = input;
    assertLive(await findMilestoneInScope(tx, viewer, id));
    await findMilestoneInScope(tx, viewer, predecessorId);
    const updated = await updateVersion(tx, tx.milestone, input, {});
    await tx.milestoneDependency.create({
      data: { successorId: id, predecessorId },
      select: { id: true },
    });
    return updated;
  });
}

/** It waits for the other no longer. */
export async function releaseMilestone(viewer: Viewer, input: ReleaseMilestoneInput) {
  return inChangeSet(viewer, "milestones.release", null, async (tx) => {
    const { id, predecessorId } = input;
    await findMilestoneInScope(tx, viewer, id);
    const updated = await updateVersion(tx, tx.milestone, input, {});
    const { count } = await tx.milestoneDependency.deleteMany({
      where: { successorId: id, predecessorId },
    });
    if (count === 0) throw conflict("milestones.errors.waitsNot");
    return updated;
  });
}
