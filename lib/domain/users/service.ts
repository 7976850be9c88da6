import "server-only";
import { randomBytes } from "node:crypto";
import { hashPassword, passwordMatches } from "@/lib/platform/auth/password";
import { hashToken } from "@/lib/platform/auth/token";
import { systemViewer, type Viewer } from "@/lib/platform/auth/viewer";
import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { db, type Tx } from "@/lib/platform/db/client";
import { outsideFirmSession } from "@/lib/platform/db/firm-session";
import { conflict, invalid, signedOut } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findUserInScope } from "./queries";
import { assertAdminRemains } from "./rules";
import type {
  ChangePasswordInput,
  ClaimSetupLinkInput,
  CreateUserInput,
  SuspendUserInput,
  UpdateUserInput,
} from "./schema";

const LINK_HOURS = 72;

/** A person who may sign in once they have set a password; the link for that is made apart. */
export async function createUser(viewer: Viewer, input: CreateUserInput, within?: Within) {
  return inChangeSet(
    viewer,
    "users.create",
    null,
    async (tx) => {
      const { parkIds, enterpriseIds, ...user } = input;
      const row = await tx.user.create({
        data: { ...user, status: "INVITED" },
        select: { id: true, version: true },
      });
      await writeReach(tx, row.id, input);
      return row;
    },
    within,
  );
}

/** Changes a person. A change of role or reach works at their very next request. */
export async function updateUser(viewer: Viewer, { id, version, ...input }: UpdateUserInput) {
  return inChangeSet(viewer, "users.update", null, async (tx) => {
    const user = await findUserInScope(tx, viewer, id);
    if (user.role === "ADMIN" && input.role !== "ADMIN") await assertOtherAdmin(tx, id);
    const { parkIds, enterpriseIds, ...data } = input;
    const updated = await updateVersion(tx, tx.user, { id, version }, data);
    await tx.userPark.deleteMany({ where: { userId: id } });
    await tx.userEnterprise.deleteMany({ where: { userId: id } });
    await writeReach(tx, id, input);
    return updated;
  });
}

/** Suspends a person or lets them in again. */
export async function suspendUser(viewer: Viewer, { id, suspended }: SuspendUserInput) {
  return inChangeSet(viewer, "users.suspend", null, async (tx) => {
    const user = await findUserInScope(tx, viewer, id);
    if (suspended && user.role === "ADMIN") await assertOtherAdmin(tx, id);
    const status = suspended ? "SUSPENDED" : user.passwordHash ? "ACTIVE" : "INVITED";
    return updateVersion(tx, tx.user, user, { status } as const);
  });
}

/** One's own password; every other session of one's own ends. */
export async function changePassword(viewer: Viewer, input: ChangePasswordInput) {
  if (!viewer.userId) throw signedOut();
  const { userId } = viewer;
  // A firm's session reads no password, not even its own.
  const user = await outsideFirmSession(() => findUserInScope(db, viewer, userId));
  if (!(await passwordMatches(user.passwordHash, input.current)))
    throw invalid({ current: "users.errors.wrongPassword" });
  const passwordHash = await hashPassword(input.password);
  return inChangeSet(viewer, "users.changePassword", null, async (tx) =>
    updateVersion(tx, tx.user, user, { passwordHash, sessionVersion: { increment: 1 } }),
  );
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(viewer: Viewer) {
  return inChangeSet(viewer, "users.signOutEverywhere", null, async (tx) => {
    if (!viewer.userId) throw signedOut();
    const user = await findUserInScope(tx, viewer, viewer.userId);
    return updateVersion(tx, tx.user, user, { sessionVersion: { increment: 1 } });
  });
}

/** A one-time link by which a person sets a password. Earlier links of theirs stop working. */
export async function createSetupLink(viewer: Viewer, { id }: { id: string }) {
  return inChangeSet(viewer, "users.update", null, async (tx) => {
    const user = await findUserInScope(tx, viewer, id);
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(Date.now() + LINK_HOURS * 3_600_000);
    await tx.setupLink.deleteMany({ where: { userId: user.id, usedAt: null } });
    await tx.setupLink.create({ data: { userId: user.id, tokenHash: hashToken(token), expiresAt } });
    return { path: `/set-password?token=${token}` };
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
      where: { id: link?.id ?? newId(), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (!link || count === 0) throw conflict("users.errors.linkUsed");
    const user = await tx.user.update({
      where: { id: link.userId },
      data: { passwordHash, status: "ACTIVE", sessionVersion: { increment: 1 }, version: { increment: 1 } },
      select: { email: true },
    });
    return { email: user.email, changeSetId };
  });
}

async function assertOtherAdmin(tx: Tx, id: string): Promise<void> {
  // Locked, so that two administrators cannot each demote the other.
  const others = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'ADMIN' AND status = 'ACTIVE' ORDER BY id FOR UPDATE`;
  assertAdminRemains(others.filter((admin) => admin.id !== id).length);
}

async function writeReach(
  tx: Tx,
  userId: string,
  input: Pick<CreateUserInput, "role" | "allParks" | "parkIds" | "enterpriseIds">,
) {
  if (input.role === "OFFICER" && !input.allParks) {
    await tx.userPark.createMany({ data: input.parkIds.map((parkId) => ({ userId, parkId })) });
  }
  if (input.role === "ENTERPRISE") {
    await tx.userEnterprise.createMany({
      data: input.enterpriseIds.map((enterpriseId, i) => ({ userId, enterpriseId, firmAdmin: i === 0 })),
    });
  }
}
