import "server-only";
import { hashPassword, passwordMatches } from "@/lib/platform/auth/password";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { db, type Tx } from "@/lib/platform/db/client";
import { outsideFirmSession } from "@/lib/platform/db/firm-session";
import { invalid, signedOut } from "@/lib/platform/errors/app-error";
import { sendsMail } from "@/lib/platform/mail/settings";
import { inChangeSet, type Within } from "../in-change-set";
import { findUserInScope } from "./queries";
import { assertAdminRemains } from "./rules";
import type { ChangePasswordInput, CreateUserInput, SuspendUserInput, UpdateUserInput } from "./schema";
import { mailSetupLink, voidSetupLinks } from "./service-links";

/** A person who may sign in once they have set a password; the link for that is mailed with it, or made apart. */
export async function createUser(viewer: Viewer, input: CreateUserInput, within?: Within) {
  return inChangeSet(
    viewer,
    "users.create",
    null,
    async (tx) => {
      const { parkIds, enterpriseIds, sendLink, ...user } = input;
      const row = await tx.user.create({
        data: { ...user, status: "INVITED" },
        select: { id: true, version: true },
      });
      await writeReach(tx, row.id, input);
      if (sendLink && sendsMail()) await mailSetupLink(tx, { ...user, id: row.id });
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
    // A link is the proof of an address: of the one that it was sent to.
    if (user.email !== data.email) await voidSetupLinks(tx, id);
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
    if (suspended) await voidSetupLinks(tx, id);
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
  return inChangeSet(viewer, "users.changePassword", null, async (tx) => {
    await voidSetupLinks(tx, userId);
    return updateVersion(tx, tx.user, user, { passwordHash, sessionVersion: { increment: 1 } });
  });
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(viewer: Viewer) {
  return inChangeSet(viewer, "users.signOutEverywhere", null, async (tx) => {
    if (!viewer.userId) throw signedOut();
    const user = await findUserInScope(tx, viewer, viewer.userId);
    return updateVersion(tx, tx.user, user, { sessionVersion: { increment: 1 } });
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
