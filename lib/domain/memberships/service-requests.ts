import "server-only";
import { hashToken } from "@/lib/platform/auth/token";
import { systemViewer, type Viewer } from "@/lib/platform/auth/viewer";
import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import type { Tx } from "@/lib/platform/db/client";
import type { IdentifierType } from "@/lib/platform/db/generated/enums";
import { conflict, signedOut } from "@/lib/platform/errors/app-error";
import { namesOf } from "@/lib/platform/i18n/notice-words";
import { assertNotMerged, findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet } from "../in-change-set";
import { notify } from "../notifications/service";
import { listOfficeFor } from "../users/queries-office";
import { findJoinRequestInScope } from "./queries";
import { daysFrom, PROOF_DAYS } from "./rules";
import type {
  ClaimFirmInput,
  ConfirmJoinRequestInput,
  RefuseJoinRequestInput,
  RequestJoinInput,
} from "./schema";
import { addMember, assertMayJoin, createInvitation, newLink } from "./service";
import { mailDecision, mailProof } from "./service-mails";

/** So many unproven requests a day an address may be made the victim of. */
const MOST_PROOFS = 3;

/**
 * Somebody without an account says that they act for a firm. The answer is the same whatever the number means and
 * whoever has the address, so that nothing can be learnt by asking; the office sees it once the address is proven.
 */
export async function requestJoin(input: RequestJoinInput) {
  const asker = systemViewer("join request");
  return openChangeSet(asker, { id: newId(), verb: "memberships.request" }, async (tx, changeSetId) => {
    const now = new Date();
    const sent = await tx.joinRequest.count({
      where: { email: input.email, userId: null, createdAt: { gt: daysFrom(now, -1) } },
    });
    if (sent < MOST_PROOFS) {
      const { token, tokenHash } = newLink();
      const expiresAt = daysFrom(now, PROOF_DAYS);
      const enterpriseId = await findMeant(tx, input);
      const data = { ...input, tokenHash, expiresAt, enterpriseId };
      const { id } = await tx.joinRequest.create({ data, select: { id: true } });
      await mailProof(tx, { ...input, id, expiresAt, path: `/join/check?token=${token}` });
    }
    return { changeSetId };
  });
}

/** Proves the address of a request by its link: the office sees it from then on. */
export async function proveJoinRequest({ token }: { token: string }) {
  const asker = systemViewer("join request");
  return openChangeSet(asker, { id: newId(), verb: "memberships.prove" }, async (tx, changeSetId) => {
    const now = new Date();
    const request = await tx.joinRequest.findUnique({ where: { tokenHash: hashToken(token) } });
    if (!request) throw conflict("memberships.errors.unknown");
    if (request.state !== "UNPROVEN") throw conflict("memberships.errors.used");
    if (!request.expiresAt || request.expiresAt <= now) throw conflict("memberships.errors.expired");
    const proven = { state: "OPEN" as const, provenAt: now };
    const { count } = await tx.joinRequest.updateMany({
      where: { id: request.id, state: "UNPROVEN" },
      data: { ...proven, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("memberships.errors.used");
    await tellOffice(tx, request);
    return { changeSetId };
  });
}

/** Somebody who acts for one firm says that they act for another: their address needs no proof. */
export async function claimFirm(viewer: Viewer, input: ClaimFirmInput) {
  return inChangeSet(viewer, "memberships.claim", null, async (tx) => {
    if (!viewer.userId || !viewer.email) throw signedOut();
    const { userId, email, name, locale } = viewer;
    const open = await tx.joinRequest.count({ where: { userId, state: "OPEN" } });
    if (open >= MOST_PROOFS) throw conflict("memberships.errors.manyOpen");
    const enterpriseId = await findMeant(tx, input);
    const proven = { state: "OPEN" as const, provenAt: new Date() };
    const data = { ...input, ...proven, userId, email, name, locale, enterpriseId };
    const { id } = await tx.joinRequest.create({ data, select: { id: true } });
    await tellOffice(tx, { ...data, id });
    return { id };
  });
}

/**
 * Confirms that somebody acts for a firm: whoever has an account may at once, anybody else gets an invitation.
 * @throws AppError CONFLICT where it was decided already
 */
export async function confirmJoinRequest(viewer: Viewer, input: ConfirmJoinRequestInput) {
  return inChangeSet(viewer, "memberships.confirm", null, async (tx) => {
    const request = await findJoinRequestInScope(tx, viewer, input.id);
    const firm = await findEnterpriseInScope(tx, viewer, input.enterpriseId);
    assertNotMerged(firm);
    const decided = await decide(tx, viewer, input, request, { state: "CONFIRMED", enterpriseId: firm.id });
    await assertMayJoin(tx, request.email, firm.id);
    const known = await tx.user.findUnique({
      where: { email: request.email },
      select: { id: true, passwordHash: true },
    });
    const terms = { enterpriseId: firm.id, firmAdmin: input.firmAdmin };
    // Who never set a password gets the link by which they do.
    if (known?.passwordHash) {
      await addMember(tx, known.id, firm.id, input.firmAdmin);
      await mailDecision(tx, { ...request, userId: known.id }, { enterpriseId: firm.id, path: "/portal" });
    } else {
      const { email, name } = request;
      const locale = request.locale === "en" ? "en" : "zh";
      await createInvitation(tx, viewer, { ...terms, email, name, locale });
    }
    return decided;
  });
}

/** Says no, with why: whoever asked is told. */
export async function refuseJoinRequest(viewer: Viewer, input: RefuseJoinRequestInput) {
  return inChangeSet(viewer, "memberships.refuse", null, async (tx) => {
    const request = await findJoinRequestInScope(tx, viewer, input.id);
    const decided = await decide(tx, viewer, input, request, { state: "REFUSED", decision: input.decision });
    await mailDecision(tx, request, { reason: input.decision });
    return decided;
  });
}

type Decision = { state: "CONFIRMED"; enterpriseId: string } | { state: "REFUSED"; decision: string };

async function decide(
  tx: Tx,
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  request: { state: string },
  decision: Decision,
) {
  if (request.state !== "OPEN") throw conflict("memberships.errors.decided");
  const by = { decidedById: viewer.userId, decidedAt: new Date() };
  return updateVersion(tx, tx.joinRequest, { id, version }, { ...decision, ...by });
}

type Meant = { identifierType: IdentifierType; identifierValue: string };

async function findMeant(tx: Tx, { identifierType, identifierValue }: Meant): Promise<string | null> {
  const row = await tx.enterpriseIdentifier.findFirst({
    where: { type: identifierType, value: identifierValue, former: false },
    select: { enterpriseId: true },
  });
  return row?.enterpriseId ?? null;
}

type Asked = Meant & { id: string; email: string; name: string; enterpriseId: string | null };

async function tellOffice(tx: Tx, { id, email, name, enterpriseId, identifierValue }: Asked): Promise<void> {
  const firm = enterpriseId
    ? await tx.enterprise.findUnique({
        where: { id: enterpriseId },
        select: { nameZh: true, nameEn: true, ownerId: true },
      })
    : null;
  await notify(tx, {
    kind: "JOIN_REQUESTED",
    userIds: await listOfficeFor(tx, { enterpriseId, ownerId: firm?.ownerId ?? null }),
    params: { name, email, firm: firm ? namesOf(firm) : identifierValue },
    href: `/memberships/${id}`,
    key: `join-requested/${id}`,
  });
}
