import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { findAgreementInScope } from "../agreements/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { findMeetingInScope } from "../meetings/queries";
import { findProjectInScope } from "../projects/queries";
import { assertOwner } from "../users/queries";
import { findActionItemInScope } from "./queries";
import { assertCloses, assertItemClosed, assertItemOpen } from "./rules";
import type {
  CompleteActionItemInput,
  CreateActionItemInput,
  DropActionItemInput,
  ReopenActionItemInput,
  UpdateActionItemInput,
} from "./schema";

/** @throws AppError FORBIDDEN for who does not reach the whole zone; NOT_FOUND of what it is linked to */
export async function createActionItem(viewer: Viewer, input: CreateActionItemInput, within?: Within) {
  return inChangeSet(
    viewer,
    "action-items.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await checkLinks(tx, viewer, input);
      return tx.actionItem.create({ data: toData(input), select: { id: true, version: true } });
    },
    within,
  );
}

export async function updateActionItem(viewer: Viewer, { id, version, ...input }: UpdateActionItemInput) {
  return inChangeSet(viewer, "action-items.update", null, async (tx) => {
    assertReachesZone(viewer);
    await findActionItemInScope(tx, viewer, id);
    await checkLinks(tx, viewer, input);
    return updateVersion(tx, tx.actionItem, { id, version }, toData(input));
  });
}

/** Done on a day, with what came of it. @throws AppError CONFLICT where it is closed; INVALID of the day */
export async function completeActionItem(viewer: Viewer, input: CompleteActionItemInput, within?: Within) {
  return inChangeSet(
    viewer,
    "action-items.complete",
    null,
    async (tx) => {
      const { raisedOn } = await findToClose(tx, viewer, input.id);
      const doneOn = toCivil(input.doneOn);
      assertCloses(raisedOn, doneOn, todayInZone(), "doneOn");
      const data = { doneOn: fromCivil(doneOn), result: input.result };
      return updateVersion(tx, tx.actionItem, input, data);
    },
    within,
  );
}

/** No longer wanted from a day on, for a reason. @throws AppError CONFLICT where it is closed; INVALID of the day */
export async function dropActionItem(viewer: Viewer, input: DropActionItemInput, within?: Within) {
  return inChangeSet(
    viewer,
    "action-items.drop",
    input.reason,
    async (tx) => {
      const { raisedOn } = await findToClose(tx, viewer, input.id);
      const droppedOn = toCivil(input.droppedOn);
      assertCloses(raisedOn, droppedOn, todayInZone(), "droppedOn");
      const data = { droppedOn: fromCivil(droppedOn), result: input.reason };
      return updateVersion(tx, tx.actionItem, input, data);
    },
    within,
  );
}

/** Open again; what was said of its end stays in the history. @throws AppError CONFLICT where it is open */
export async function reopenActionItem(viewer: Viewer, input: ReopenActionItemInput) {
  return inChangeSet(viewer, "action-items.reopen", input.reason, async (tx) => {
    assertReachesZone(viewer);
    assertItemClosed(await findActionItemInScope(tx, viewer, input.id));
    return updateVersion(tx, tx.actionItem, input, { doneOn: null, droppedOn: null, result: null });
  });
}

async function findToClose(tx: Tx, viewer: Viewer, id: string) {
  assertReachesZone(viewer);
  const item = await findActionItemInScope(tx, viewer, id);
  assertItemOpen(item);
  return { raisedOn: toCivil(item.raisedOn) };
}

/** An outcome is one of the meeting that is named beside it. */
async function checkLinks(tx: Tx, viewer: Viewer, input: CreateActionItemInput): Promise<void> {
  const { meetingId, outcomeId, agreementId, projectId, ownerId } = input;
  if (ownerId) await assertOwner(tx, ownerId);
  const meeting = meetingId ? await findMeetingInScope(tx, viewer, meetingId) : null;
  if (outcomeId && !meeting?.outcomes.some(({ id }) => id === outcomeId)) {
    throw invalid({ outcomeId: "action-items.errors.otherMeeting" });
  }
  if (agreementId) await findAgreementInScope(tx, viewer, agreementId);
  if (projectId) await findProjectInScope(tx, viewer, projectId);
}

function toData(input: CreateActionItemInput) {
  return {
    ...input,
    raisedOn: fromCivil(toCivil(input.raisedOn)),
    dueOn: input.dueOn ? fromCivil(toCivil(input.dueOn)) : null,
  };
}
