import "server-only";
import { randomBytes } from "node:crypto";
import { hashPassword } from "@/lib/platform/auth/password";
import { hashToken } from "@/lib/platform/auth/token";
import { systemViewer, type Viewer } from "@/lib/platform/auth/viewer";
import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { db, type Tx } from "@/lib/platform/db/client";
import { conflict } from "@/lib/platform/errors/app-error";
import { sendsMail } from "@/lib/platform/mail/settings";
import { inChangeSet } from "../in-change-set";
import { queueMails } from "../mails/service";
import { findUserInScope } from "./queries";
import { answerAfter, FORGOTTEN_HOURS, LINK_HOURS, linkMailKey, MOST_FORGOTTEN } from "./rules";
import type { ClaimSetupLinkInput, ForgetPasswordInput } from "./schema";

type Person = { id: string; email: string; locale: string };
type LinkKind = "PASSWORD_LINK" | "PASSWORD_FORGOTTEN";

/**
 * A one-time link by which a person sets a password, to be handed over by whoever runs the machine, mail or no mail.
 * Earlier links of theirs stop working.
 * @throws AppError CONFLICT for whoever is suspended
 */
export async function createSetupLink(viewer: Viewer, { id }: { id: string }) {
  return inChangeSet(viewer, "users.sendLink", null, async (tx) =>
    handOver(tx, await findOpen(tx, viewer, id)),
  );
}

/**
 * Mails a person the same link.
 * @returns `path`, the link's own, only where no mail server is set and it must be handed over; else null
 * @throws AppError CONFLICT for whoever is suspended
 */
export async function sendSetupLink(viewer: Viewer, { id }: { id: string }) {
  return inChangeSet(viewer, "users.sendLink", null, async (tx) => {
    const user = await findOpen(tx, viewer, id);
    if (!sendsMail()) return handOver(tx, user);
    await mailSetupLink(tx, user);
    return { path: null, email: user.email };
  });
}

/** A person who may be given a link. @throws AppError NOT_FOUND; CONFLICT for whoever is suspended */
async function findOpen(tx: Tx, viewer: Viewer, id: string) {
  const user = await findUserInScope(tx, viewer, id);
  if (user.status === "SUSPENDED") throw conflict("users.errors.linkSuspended");
  return user;
}

async function handOver(tx: Tx, { id, email }: Person) {
  const { path } = await renewLink(tx, id);
  return { path, email };
}

/** Makes a link in a transaction that is open, and mails it: nobody but its reader ever sees it. */
export async function mailSetupLink(tx: Tx, user: Person): Promise<void> {
  await mailLink(tx, "PASSWORD_LINK", user, await renewLink(tx, user.id));
}

/** Ends every link of a person that has not been used, so that none outlives what it was made for, in a mail or out. */
export async function voidSetupLinks(tx: Tx, userId: string): Promise<void> {
  const where = { userId, usedAt: null };
  const links = await tx.setupLink.findMany({ where, select: { id: true } });
  if (links.length === 0) return;
  await tx.setupLink.deleteMany({ where });
  const unsent = { not: "SENT" as const };
  await tx.mail.deleteMany({ where: { key: { in: links.map(({ id }) => linkMailKey(id)) }, state: unsent } });
}

/**
 * Mails a link to whoever has the address and may sign in; earlier links go on working, since a stranger may ask too.
 * Known or not, the answer is the same, and so is its time: it comes at a whole step of the clock, which is longer than
 * the work takes. An address is mailed so many times an hour, whoever asks.
 * @throws AppError CONFLICT where no mail server is set
 */
export async function forgetPassword({ email }: ForgetPasswordInput) {
  if (!sendsMail()) throw conflict("users.errors.noMail");
  const began = performance.now();
  await mailForgotten(email);
  await new Promise((done) => setTimeout(done, answerAfter(performance.now() - began)));
  return { sent: true };
}

async function mailForgotten(email: string): Promise<void> {
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, email: true, locale: true, status: true },
  });
  if (!user || user.status === "SUSPENDED") return;
  const asker = systemViewer("forgotten password");
  await openChangeSet(asker, { verb: "users.forgetPassword" }, async (tx) => {
    // Locked, so that askers at once are counted one after the other.
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${user.id}::uuid FOR UPDATE`;
    const since = new Date(Date.now() - 3_600_000);
    const sent = await tx.mail.count({
      where: { userId: user.id, kind: "PASSWORD_FORGOTTEN", createdAt: { gt: since } },
    });
    if (sent < MOST_FORGOTTEN)
      await mailLink(tx, "PASSWORD_FORGOTTEN", user, await addLink(tx, user.id, FORGOTTEN_HOURS));
  });
}

/** Sets the password of whoever holds an unused link. The link is the proof; there is no viewer yet. */
export async function claimSetupLink({ token, password }: ClaimSetupLinkInput) {
  const passwordHash = await hashPassword(password);
  const asPerson = systemViewer("set-up link");
  return openChangeSet(asPerson, { id: newId(), verb: "users.changePassword" }, async (tx, changeSetId) => {
    const now = new Date();
    const link = await tx.setupLink.findUnique({
      where: { tokenHash: hashToken(token) },
      select: { id: true, userId: true },
    });
    const { count } = await tx.setupLink.updateMany({
      where: {
        id: link?.id ?? newId(),
        usedAt: null,
        expiresAt: { gt: now },
        user: { status: { not: "SUSPENDED" } },
      },
      data: { usedAt: now },
    });
    if (!link || count === 0) throw conflict("users.errors.linkUsed");
    await voidSetupLinks(tx, link.userId);
    const user = await tx.user.update({
      where: { id: link.userId },
      data: { passwordHash, status: "ACTIVE", sessionVersion: { increment: 1 }, version: { increment: 1 } },
      select: { email: true },
    });
    return { email: user.email, changeSetId };
  });
}

type Link = { id: string; path: string; expiresAt: Date };

async function renewLink(tx: Tx, userId: string): Promise<Link> {
  await voidSetupLinks(tx, userId);
  return addLink(tx, userId, LINK_HOURS);
}

async function addLink(tx: Tx, userId: string, hours: number): Promise<Link> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  const { id } = await tx.setupLink.create({
    data: { userId, tokenHash: hashToken(token), expiresAt },
    select: { id: true },
  });
  return { id, path: `/set-password?token=${token}`, expiresAt };
}

async function mailLink(tx: Tx, kind: LinkKind, user: Person, link: Link): Promise<void> {
  const locale = user.locale === "zh" ? ("zh" as const) : ("en" as const);
  const params = { expires: link.expiresAt.toISOString() };
  const to = { userId: user.id, address: user.email, locale };
  await queueMails(tx, [{ ...to, key: linkMailKey(link.id), kind, params, href: link.path }]);
}
