import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { assertSeen, updateVersion } from "@/lib/platform/change-sets/update-version";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { assertNotMerged, findEnterpriseInScope } from "../enterprises/queries";
import { writeEnterpriseFields } from "../enterprises/service-fields";
import { inChangeSet } from "../in-change-set";
import { findChangeRequestInScope } from "./queries";
import { readPresent, toFirmValues, toQualificationValue } from "./queries-present";
import { assertState, type FieldValue, isSame, qualificationField } from "./rules";
import type {
  DropQualificationInput,
  EditFreeInput,
  RequestChangeInput,
  RequestQualificationInput,
  ResendChangeRequestInput,
  WithdrawChangeRequestInput,
} from "./schema";
import { type Asked, keepAsked, stateOf, toJson } from "./service-ask";
import { tellOffice } from "./service-tell";

/** What a firm may change by itself: live at once. */
export async function editFree(
  viewer: Viewer,
  { id, version, contacts, website, description }: EditFreeInput,
) {
  return inChangeSet(viewer, "change-requests.editFree", null, async (tx) => {
    const firm = await findEnterpriseInScope(tx, viewer, id);
    assertNotMerged(firm);
    return writeEnterpriseFields(tx, viewer, firm, version, {
      ...(contacts === undefined ? {} : { contacts }),
      ...(website === undefined ? {} : { website }),
      ...(description === undefined ? {} : { description }),
    });
  });
}

/**
 * Asks for other values of reviewed fields, in the firm's one request under way.
 * @throws AppError NOT_FOUND; STALE where the firm's record was changed since; CONFLICT where nothing is asked
 */
export async function requestChange(viewer: Viewer, input: RequestChangeInput) {
  const { id, version, requestVersion, note, ...fields } = input;
  return inChangeSet(viewer, "change-requests.request", note, async (tx) =>
    askOfFirm(tx, viewer, input, (present) =>
      Object.entries(fields).flatMap(([field, after]) =>
        after === undefined ? [] : [{ field, before: present(field), after: after as FieldValue }],
      ),
    ),
  );
}

/** Asks for a qualification, new or changed, with the document that shows it. */
export async function requestQualification(viewer: Viewer, input: RequestQualificationInput) {
  const { id: standing, ...qualification } = input.qualification;
  return inChangeSet(viewer, "change-requests.request", input.note, async (tx) => {
    const { attachmentId } = qualification;
    const paper = await tx.attachment.findFirst({
      where: { id: attachmentId ?? "", enterpriseId: input.id },
      select: { id: true },
    });
    return askOfFirm(tx, viewer, input, (present) => {
      if (!paper) throw invalid({ "qualification.attachmentId": "enterprises.errors.paper" });
      const field = qualificationField(standing ?? newId());
      return [{ field, before: present(field), after: toQualificationValue(qualification), attachmentId }];
    });
  });
}

/** Asks that a qualification which the firm holds no longer be taken off its record. */
export async function dropQualification(viewer: Viewer, input: DropQualificationInput) {
  return inChangeSet(viewer, "change-requests.request", input.note, async (tx) =>
    askOfFirm(tx, viewer, input, (present) => {
      const field = qualificationField(input.qualificationId);
      // One that was only asked for is taken out of the request.
      return [{ field, before: present(field), after: null }];
    }),
  );
}

type OfFirm = { id: string; version: number; requestVersion?: number | null; note: string | null };

async function askOfFirm(
  tx: Tx,
  viewer: Viewer,
  { id, version, requestVersion, note }: OfFirm,
  ask: (present: (field: string) => FieldValue) => Asked[],
) {
  const firm = await findEnterpriseInScope(tx, viewer, id);
  assertNotMerged(firm);
  await assertSeen(tx, firm, version);
  const present = toFirmValues(firm);
  const asking = { enterpriseId: id, baseVersion: version, requestVersion, note, ownerId: firm.ownerId };
  return keepAsked(
    tx,
    viewer,
    asking,
    ask((field) => present.get(field) ?? null),
  );
}

/**
 * Sends a request again as it stands, after the office sent it back or a field was found stale: what is asked is asked
 * against what the record says now. A field that the record says already is no longer asked.
 */
export async function resendChangeRequest(viewer: Viewer, { id, version, note }: ResendChangeRequestInput) {
  return inChangeSet(viewer, "change-requests.resend", note, async (tx) => {
    const request = await findChangeRequestInScope(tx, viewer, id);
    assertState(request, "RETURNED");
    const present = await readPresent(tx, viewer, request);
    for (const { id: fieldId, field, after, decision } of request.fields) {
      if (decision !== null) continue;
      const before = present.get(field) ?? null;
      if (isSame(before, after)) await tx.changeRequestField.deleteMany({ where: { id: fieldId } });
      else {
        const data = { before: toJson(before), stale: false };
        await tx.changeRequestField.update({ where: { id: fieldId }, data, select: { id: true } });
      }
    }
    const left = await tx.changeRequestField.findMany({
      where: { requestId: id },
      select: { stale: true, decision: true },
    });
    const asker = { askedById: viewer.userId, askedByName: viewer.name, askedAt: new Date() };
    const state = stateOf(left);
    const updated = await updateVersion(
      tx,
      tx.changeRequest,
      { id, version },
      { ...asker, state, note: note ?? request.note, comment: null },
    );
    if (state === "OPEN") await tellOffice(tx, id);
    return updated;
  });
}

/** The firm no longer asks. What was decided already stays as it was decided. */
export async function withdrawChangeRequest(viewer: Viewer, { id, version }: WithdrawChangeRequestInput) {
  return inChangeSet(viewer, "change-requests.withdraw", null, async (tx) => {
    const request = await findChangeRequestInScope(tx, viewer, id);
    assertState(request, "OPEN", "RETURNED");
    return updateVersion(tx, tx.changeRequest, { id, version }, { state: "WITHDRAWN" as const });
  });
}
