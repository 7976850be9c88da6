import "server-only";
import { randomBytes } from "node:crypto";
import { hashPassword } from "@/lib/platform/auth/password";
import { hashToken } from "@/lib/platform/auth/token";
import { systemViewer, type Viewer } from "@/lib/platform/auth/viewer";
import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import { assertNotMerged } from "../enterprises/queries";
import { inChangeSet } from "../in-change-set";
import { findInvitationInScope, findManagedFirm, findMemberInScope } from "./queries";
import { assertAdminStays, assertOpen, daysFrom, INVITATION_DAYS, stateOfInvitation } from "./rules";
import type { AcceptInvitationInput, InviteColleagueInput, Versioned } from "./schema";
import { mailInvitation } from "./service-mails";

/** A one-time secret for a link, and what is kept of it. */
export function newLink(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

/**
 * Asks somebody by mail to act for a firm. Asking an address again sends a new link, and the earlier one stops working.
 * @returns `path`, the link's own, for whoever has no mail set up and hands it over
 */
export async function inviteColleague(viewer: Viewer, input: InviteColleagueInput) {
  return inChangeSet(viewer, "memberships.invite", null, async (tx) => {
    const firm = await findManagedFirm(tx, viewer, input.enterpriseId);
    assertNotMerged(firm);
    await assertMayJoin(tx, input.email, firm.id);
    return createInvitation(tx, viewer, input);
  });
}

/** An invitation in a transaction that is open, with its mail. */
export async function createInvitation(tx: Tx, viewer: Viewer, input: InviteColleagueInput) {
  const { enterpriseId, email } = input;
  const now = new Date();
  await tx.invitation.updateMany({
    where: { enterpriseId, email, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now, version: { increment: 1 } },
  });
  const { token, tokenHash } = newLink();
  const expiresAt = daysFrom(now, INVITATION_DAYS);
  const row = await tx.invitation.create({
    data: { ...input, tokenHash, expiresAt, invitedById: viewer.userId },
    select: { id: true, version: true },
  });
  const path = `/join/accept?token=${token}`;
  await mailInvitation(tx, { ...input, id: row.id, inviter: viewer.name, expiresAt, path });
  return { ...row, path };
}

/** Takes an invitation back: its link is dead at once. */
export async function withdrawInvitation(viewer: Viewer, { id, version }: Versioned) {
  return inChangeSet(viewer, "memberships.withdraw", null, async (tx) => {
    const invitation = await findInvitationInScope(tx, viewer, id);
    await findManagedFirm(tx, viewer, invitation.enterpriseId);
    if (invitation.acceptedAt) throw conflict("memberships.errors.used");
    return updateVersion(tx, tx.invitation, { id, version }, { withdrawnAt: new Date() });
  });
}

/** Ends that somebody acts for a firm, at their very next request. Their account and what they did stay. */
export async function removeMember(viewer: Viewer, { id }: { id: string }) {
  return inChangeSet(viewer, "memberships.remove", null, async (tx) => {
    const member = await findMemberInScope(tx, viewer, id);
    await findManagedFirm(tx, viewer, member.enterpriseId);
    if (member.firmAdmin) await assertOtherAdmin(tx, viewer, member);
    await tx.userEnterprise.delete({ where: { id }, select: { id: true } });
    return { id };
  });
}

/** Lets somebody invite and remove the firm's people, or no longer. */
export async function setFirmAdmin(viewer: Viewer, { id, firmAdmin }: { id: string; firmAdmin: boolean }) {
  return inChangeSet(viewer, "memberships.setAdmin", null, async (tx) => {
    const member = await findMemberInScope(tx, viewer, id);
    await findManagedFirm(tx, viewer, member.enterpriseId);
    if (!firmAdmin) await assertOtherAdmin(tx, viewer, member);
    await tx.userEnterprise.update({ where: { id }, data: { firmAdmin }, select: { id: true } });
    return { id };
  });
}

/** Takes up an invitation. The link is the proof of the address; there is no viewer yet. */
export async function acceptInvitation({ token, name, password }: AcceptInvitationInput) {
  const passwordHash = password ? await hashPassword(password) : null;
  const asPerson = systemViewer("invitation");
  return openChangeSet(asPerson, { id: newId(), verb: "memberships.accept" }, async (tx, changeSetId) => {
    const now = new Date();
    const link = await tx.invitation.findUnique({ where: { tokenHash: hashToken(token) } });
    if (!link) throw conflict("memberships.errors.unknown");
    assertOpen(stateOfInvitation(link, now));
    const { count } = await tx.invitation.updateMany({
      where: { id: link.id, acceptedAt: null, withdrawnAt: null },
      data: { acceptedAt: now, version: { increment: 1 } },
    });
    // Two clicks at once: one of them comes second.
    if (count === 0) throw conflict("memberships.errors.used");
    await assertFirmPerson(tx, link.email, link.enterpriseId);
    const user = await findOrCreateUser(tx, { ...link, name: name ?? link.name }, passwordHash);
    await addMember(tx, user.id, link.enterpriseId, link.firmAdmin);
    return { email: link.email, enterpriseId: link.enterpriseId, changeSetId };
  });
}

/** Lets a person act for a firm; whoever does already keeps their place. */
export async function addMember(tx: Tx, userId: string, enterpriseId: string, firmAdmin: boolean) {
  const key = { userId_enterpriseId: { userId, enterpriseId } };
  const known = await tx.userEnterprise.findUnique({ where: key, select: { id: true } });
  if (!known) {
    const data = { userId, enterpriseId, firmAdmin };
    await tx.userEnterprise.create({ data, select: { id: true } });
  }
}

type Newcomer = { email: string; name: string; locale: string };

async function findOrCreateUser(tx: Tx, person: Newcomer, passwordHash: string | null) {
  const known = await tx.user.findUnique({
    where: { email: person.email },
    select: { id: true, passwordHash: true },
  });
  // Who has a password keeps it: holding an invitation is no reason to change one.
  if (known?.passwordHash) return { id: known.id };
  if (!passwordHash) throw invalid({ password: "memberships.errors.passwordNeeded" });
  const active = { passwordHash, status: "ACTIVE" as const };
  if (known)
    return tx.user.update({
      where: { id: known.id },
      data: { ...active, sessionVersion: { increment: 1 }, version: { increment: 1 } },
      select: { id: true },
    });
  const { email, name, locale } = person;
  return tx.user.create({
    data: { email, name, locale, role: "ENTERPRISE", ...active },
    select: { id: true },
  });
}

/** Told as a whole and, where the form has one, at the address. */
const refuse = (message: string) => conflict(message, { email: message });

/** Somebody of the office acts for no firm, and who was suspended is not let in by another door. */
async function assertFirmPerson(tx: Tx, email: string, enterpriseId: string) {
  const user = await tx.user.findUnique({
    where: { email },
    select: { role: true, status: true, enterprises: { where: { enterpriseId }, select: { id: true } } },
  });
  if (user && (user.role !== "ENTERPRISE" || user.status === "SUSPENDED"))
    throw refuse("memberships.errors.cannotJoin");
  return user;
}

/** The same, and does not act for the firm yet. @throws AppError CONFLICT */
export async function assertMayJoin(tx: Tx, email: string, enterpriseId: string): Promise<void> {
  const user = await assertFirmPerson(tx, email, enterpriseId);
  if (user && user.enterprises.length > 0) throw refuse("memberships.errors.member");
}

type Member = { userId: string; enterpriseId: string };

async function assertOtherAdmin(tx: Tx, viewer: Viewer, { userId, enterpriseId }: Member): Promise<void> {
  if (viewer.enterpriseIds === null) return;
  // The firm's row is held, so that two admins cannot each remove the other.
  await tx.$queryRaw`SELECT 1 FROM enterprises WHERE id = ${enterpriseId}::uuid FOR NO KEY UPDATE`;
  const others = { enterpriseId, firmAdmin: true, userId: { not: userId } };
  assertAdminStays(await tx.userEnterprise.count({ where: others }));
}
