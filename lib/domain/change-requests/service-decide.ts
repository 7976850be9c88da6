import "server-only";
import { type Viewer, viewerVia } from "@/lib/platform/auth/viewer";
import { assertSeen, updateVersion } from "@/lib/platform/change-sets/update-version";
import { db, type Tx } from "@/lib/platform/db/client";
import { AppError, forbidden, invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import { assertCan } from "../permissions";
import { assertOwner } from "../users/queries";
import type { ChangeRequestRow } from "./dto";
import { evidenceIn, findChangeRequestInScope, mayDecide } from "./queries";
import { readPresent } from "./queries-present";
import { assertState, isSame, lacksEvidence } from "./rules";
import type {
  AcceptChangeRequestsInput,
  AssignChangeRequestInput,
  DecideChangeRequestInput,
  SendBackChangeRequestInput,
} from "./schema";
import { applyAccepted } from "./service-apply";
import { tellDecided, tellReturned } from "./service-tell";

/**
 * Decides field by field. What is accepted is written to the record in the same change set, which names who asked and
 * who decided. A field that somebody changed since it was asked is not written: it is marked stale, and the request
 * goes back to be asked again.
 * @throws AppError NOT_FOUND; STALE; CONFLICT where the request is decided already; INVALID at a field left undecided
 */
export async function decideChangeRequest(viewer: Viewer, input: DecideChangeRequestInput) {
  assertCan(viewer, "change-requests.decide");
  const { askedById } = await findChangeRequestInScope(db, viewer, input.id);
  return inChangeSet(
    viewerVia(viewer, "APPROVAL"),
    "change-requests.decide",
    input.comment,
    async (tx) => decide(tx, viewer, input),
    undefined,
    askedById,
  );
}

type Decided = Pick<DecideChangeRequestInput, "id" | "version" | "decisions" | "comment">;

async function decide(tx: Tx, viewer: Viewer, { id, version, decisions, comment }: Decided) {
  const request = await findLocked(tx, viewer, id);
  const present = await readPresent(tx, viewer, request);
  const open = request.fields.filter(({ decision }) => decision === null);
  const said = new Map(decisions.map((decision) => [decision.field, decision]));
  const left = open.filter(({ field, before }) => {
    const stale = !isSame(present.get(field) ?? null, before);
    return !stale && !said.has(field);
  });
  if (left.length > 0) {
    const path = (field: string) => `decisions.${field}.decision`;
    throw invalid(
      Object.fromEntries(left.map(({ field }) => [path(field), "change-requests.errors.undecided"])),
    );
  }
  const accepted: ChangeRequestRow["fields"] = [];
  let refused = 0;
  let stale = 0;
  for (const field of open) {
    const verdict = said.get(field.field);
    const moved = !isSame(present.get(field.field) ?? null, field.before);
    // A refusal needs no present value: what is not wanted is not wanted whoever wrote meanwhile.
    if (verdict?.decision === "REFUSED") refused += 1;
    else if (moved) {
      stale += 1;
      const data = { stale: true, comment: verdict?.comment ?? null };
      await tx.changeRequestField.update({ where: { id: field.id }, data, select: { id: true } });
      continue;
    } else accepted.push(field);
    const data = { decision: verdict?.decision ?? null, comment: verdict?.comment ?? null, stale: false };
    await tx.changeRequestField.update({ where: { id: field.id }, data, select: { id: true } });
  }
  if (accepted.length > 0) await applyAccepted(tx, viewer, request, accepted);
  const updated = await updateVersion(
    tx,
    tx.changeRequest,
    { id, version },
    {
      state: stale > 0 ? ("RETURNED" as const) : ("DECIDED" as const),
      decidedById: viewer.userId,
      decidedAt: new Date(),
      comment,
      ...(request.ownerId ? {} : { ownerId: viewer.userId }),
    },
  );
  if (stale > 0) await tellReturned(tx, request, updated.version, comment ?? "—");
  else await tellDecided(tx, request, updated.version, { accepted: accepted.length, refused });
  return { ...updated, accepted: accepted.length, refused, stale };
}

/** Sends the whole back with what is to be mended; nothing is decided. */
export async function sendBackChangeRequest(
  viewer: Viewer,
  { id, version, comment }: SendBackChangeRequestInput,
) {
  return inChangeSet(viewer, "change-requests.sendBack", comment, async (tx) => {
    const request = await findLocked(tx, viewer, id, version);
    const data = { state: "RETURNED" as const, decidedById: viewer.userId, decidedAt: new Date(), comment };
    const updated = await updateVersion(tx, tx.changeRequest, { id, version }, data);
    await tellReturned(tx, request, updated.version, comment);
    return updated;
  });
}

/** Who of the office sees to it: oneself, somebody else, or nobody. */
export async function assignChangeRequest(
  viewer: Viewer,
  { id, version, ownerId }: AssignChangeRequestInput,
) {
  return inChangeSet(viewer, "change-requests.assign", null, async (tx) => {
    assertState(await findChangeRequestInScope(tx, viewer, id), "OPEN", "RETURNED");
    if (ownerId) await assertOwner(tx, ownerId);
    return updateVersion(tx, tx.changeRequest, { id, version }, { ownerId });
  });
}

export type LeftOut = { id: string; firm: { nameZh: string | null; nameEn: string | null }; why: string };

/**
 * Accepts all that some requests ask for, each in a change set of its own that names who asked. One that the firm changed
 * since it was seen, with a stale field, without evidence where some is due, past deciding, or that the record refuses is
 * left out and named with why.
 * @returns how many were accepted, and those that were not
 */
export async function acceptChangeRequests(viewer: Viewer, { requests }: AcceptChangeRequestsInput) {
  assertCan(viewer, "change-requests.acceptMany");
  const left: LeftOut[] = [];
  let count = 0;
  for (const [id, version] of new Map(requests.map((one) => [one.id, one.version]))) {
    const request = await findChangeRequestInScope(db, viewer, id);
    const { nameZh, nameEn } = request.enterprise;
    try {
      await inChangeSet(
        viewerVia(viewer, "APPROVAL"),
        "change-requests.acceptMany",
        null,
        (tx) => acceptAll(tx, viewer, { id, version }),
        undefined,
        request.askedById,
      );
      count += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "FORBIDDEN") throw error;
      left.push({ id, firm: { nameZh, nameEn }, why: error.message });
    }
  }
  return { id: requests[0]?.id ?? "", count, left };
}

async function acceptAll(tx: Tx, viewer: Viewer, { id, version }: { id: string; version: number }) {
  const request = await findLocked(tx, viewer, id);
  if (request.version !== version) throw new AppError("CONFLICT", "change-requests.errors.changedSinceSeen");
  const present = await readPresent(tx, viewer, request);
  const open = request.fields.filter(({ decision }) => decision === null);
  if (open.some(({ field, before }) => !isSame(present.get(field) ?? null, before))) {
    throw new AppError("CONFLICT", "change-requests.errors.staleField");
  }
  if (open.some((field) => lacksEvidence(field, evidenceIn(request)))) {
    throw new AppError("CONFLICT", "change-requests.errors.noEvidence");
  }
  const decisions = open.map(({ field }) => ({ field, decision: "ACCEPTED" as const, comment: null }));
  return decide(tx, viewer, { id, version, decisions, comment: null });
}

/**
 * An open request that the viewer may decide on. The record that it is about is held until the end, so that nobody
 * changes it between the look and the write. @throws AppError NOT_FOUND, FORBIDDEN, STALE, CONFLICT
 */
async function findLocked(tx: Tx, viewer: Viewer, id: string, seen?: number): Promise<ChangeRequestRow> {
  const request = await findChangeRequestInScope(tx, viewer, id);
  if (!mayDecide(viewer, request)) throw forbidden();
  const { milestoneId, commitmentId, enterpriseId } = request;
  if (milestoneId) await tx.$queryRaw`SELECT id FROM milestones WHERE id = ${milestoneId}::uuid FOR UPDATE`;
  else if (commitmentId)
    await tx.$queryRaw`SELECT id FROM commitments WHERE id = ${commitmentId}::uuid FOR UPDATE`;
  else await tx.$queryRaw`SELECT id FROM enterprises WHERE id = ${enterpriseId}::uuid FOR UPDATE`;
  // Who decided first is told before that it cannot be decided any more.
  if (seen !== undefined) await assertSeen(tx, request, seen);
  assertState(request, "OPEN");
  return request;
}
