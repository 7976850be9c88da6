import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { conflict } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import { findMilestoneInScope } from "./queries";
import { assertOpen } from "./rules";
import type { ApproveBaselineInput, ProposeBaselineInput, RefuseBaselineInput } from "./schema";

/**
 * An officer asks for another baseline, with the reason; nothing moves until a manager has decided. The milestone's
 * version counts up, so that who decides has seen what was asked. @throws AppError CONFLICT where one is open already
 */
export async function proposeBaseline(viewer: Viewer, input: ProposeBaselineInput) {
  return inChangeSet(viewer, "milestones.propose", input.reason, async (tx) => {
    assertOpen(await findMilestoneInScope(tx, viewer, input.id));
    const updated = await updateVersion(tx, tx.milestone, input, {});
    await tx.milestoneProposal.create({
      data: {
        milestoneId: input.id,
        baselineOn: fromCivil(input.baselineOn),
        reason: input.reason,
        proposedOn: fromCivil(input.proposedOn ?? todayInZone()),
        proposedBy: viewer.name,
      },
      select: { id: true },
    });
    return updated;
  });
}

/** The proposed baseline takes effect; the one before and the original are kept. */
export async function approveBaseline(viewer: Viewer, input: ApproveBaselineInput) {
  return inChangeSet(viewer, "milestones.approve", input.note, async (tx) => {
    assertOpen(await findMilestoneInScope(tx, viewer, input.id));
    const { baselineOn, reason } = await decide(tx, viewer, input, true);
    const approvedOn = fromCivil(input.decidedOn ?? todayInZone());
    const updated = await updateVersion(tx, tx.milestone, input, { baselineOn });
    await tx.milestoneBaseline.upsert({
      where: { milestoneId_approvedOn: { milestoneId: input.id, approvedOn } },
      create: { milestoneId: input.id, approvedOn, baselineOn, reason },
      update: { baselineOn, reason },
      select: { id: true },
    });
    return updated;
  });
}

/** The baseline stays, and why is told. */
export async function refuseBaseline(viewer: Viewer, input: RefuseBaselineInput) {
  return inChangeSet(viewer, "milestones.refuse", input.note, async (tx) => {
    await findMilestoneInScope(tx, viewer, input.id);
    await decide(tx, viewer, input, false);
    return updateVersion(tx, tx.milestone, input, {});
  });
}

type Decided = { id: string; decidedOn?: CivilDate; note: string | null };

/** @throws AppError CONFLICT where nothing waits for a decision */
async function decide(tx: Tx, viewer: Viewer, { id, decidedOn, note }: Decided, approved: boolean) {
  const open = await tx.milestoneProposal.findFirst({
    where: { milestoneId: id, decidedOn: null },
    select: { id: true, baselineOn: true, reason: true },
  });
  if (!open) throw conflict("milestones.errors.nothingProposed");
  await tx.milestoneProposal.update({
    where: { id: open.id },
    data: {
      ...{ approved, decidedBy: viewer.name, decision: note, version: { increment: 1 } },
      decidedOn: fromCivil(decidedOn ?? todayInZone()),
    },
    select: { id: true },
  });
  return open;
}
