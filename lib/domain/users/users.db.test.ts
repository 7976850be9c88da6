import { beforeEach, describe, expect, it } from "vitest";
import { loadViewer } from "@/lib/platform/auth/load";
import { passwordMatches } from "@/lib/platform/auth/password";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { createUserSchema, updateUserSchema } from "./schema";
import { changePassword, createUser, suspendUser, updateUser } from "./service";
import { claimSetupLink, createSetupLink } from "./service-links";

beforeEach(resetDatabase);

const password = "long enough to be one";
const input = (fields: Record<string, unknown>) => ({
  name: "Lin Hua",
  email: "lin@zone.example",
  role: "MANAGER",
  ...fields,
});
const add = (fields: Record<string, unknown> = {}) =>
  createUser(system, createUserSchema.parse(input(fields)));
const change = (seen: { id: string; version: number }, fields: Record<string, unknown>) =>
  updateUser(system, updateUserSchema.parse({ ...seen, ...input(fields) }));
const tokenOf = ({ path }: { path: string }) =>
  new URL(path, "http://zone.example").searchParams.get("token") ?? "";

async function activeAdmin(email: string) {
  const user = await add({ role: "ADMIN", email });
  const { path } = await createSetupLink(system, { id: user.id });
  await claimSetupLink({ token: tokenOf({ path }), password });
  return db.user.findUniqueOrThrow({ where: { id: user.id }, select: { id: true, version: true } });
}

describe("the last administrator", () => {
  const lastAdmin = { code: "CONFLICT", message: "users.errors.lastAdmin" };

  it("can neither be suspended nor demoted, whoever else is invited or suspended", async () => {
    const last = await activeAdmin("first@zone.example");
    await add({ role: "ADMIN", email: "invited@zone.example" });
    const other = await activeAdmin("suspended@zone.example");
    await suspendUser(system, { id: other.id, suspended: true });
    await expect(suspendUser(system, { id: last.id, suspended: true })).rejects.toMatchObject(lastAdmin);
    await expect(change(last, { role: "MANAGER", email: "first@zone.example" })).rejects.toMatchObject(
      lastAdmin,
    );
    // A change that leaves them an administrator is none of this rule's business.
    await expect(change(last, { role: "ADMIN", email: "first@zone.example" })).resolves.toBeTruthy();
  });

  it("remains when two administrators suspend each other at once", async () => {
    const [one, other] = [await activeAdmin("one@zone.example"), await activeAdmin("other@zone.example")];
    const outcomes = await Promise.allSettled(
      [one, other].map(({ id }) => suspendUser(system, { id, suspended: true })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.user.count({ where: { role: "ADMIN", status: "ACTIVE" } })).toBe(1);
  });
});

describe("a link to set a password", () => {
  it("works once, and lets the person in", async () => {
    const { id } = await add();
    const token = tokenOf(await createSetupLink(system, { id }));
    await expect(claimSetupLink({ token, password })).resolves.toMatchObject({ email: "lin@zone.example" });
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(user.status).toBe("ACTIVE");
    expect(await passwordMatches(user.passwordHash, password)).toBe(true);
    const again = claimSetupLink({ token, password: "another of the same length" });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT", message: "users.errors.linkUsed" });
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: user.version });
  });

  it("works for one of two who open it at once", async () => {
    const { id } = await add();
    const token = tokenOf(await createSetupLink(system, { id }));
    const outcomes = await Promise.allSettled([
      claimSetupLink({ token, password }),
      claimSetupLink({ token, password }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("stops when a newer one is made, and after 72 hours", async () => {
    const { id } = await add();
    const older = tokenOf(await createSetupLink(system, { id }));
    const newer = tokenOf(await createSetupLink(system, { id }));
    const used = { message: "users.errors.linkUsed" };
    await expect(claimSetupLink({ token: older, password })).rejects.toMatchObject(used);
    const { rows } = await (await ownerClient()).query(
      "SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours FROM setup_links",
    );
    expect(rows).toEqual([{ hours: 72 }]);
    await openChangeSet(system, { verb: "users.update" }, (tx) =>
      tx.setupLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } }),
    );
    await expect(claimSetupLink({ token: newer, password })).rejects.toMatchObject(used);
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "INVITED" });
  });
});

describe("what a person may reach", () => {
  it("follows their role at the next request, and forgets the reach of the last", async () => {
    const [park, firm] = [await makePark(), await makeFirm()];
    const officer = await makeViewer("OFFICER", { parkIds: [park.id] });
    expect(officer).toMatchObject({ role: "OFFICER", parkIds: [park.id], enterpriseIds: null });
    const seen = { id: officer.userId ?? "", version: 2 };
    const { version } = await db.user.findUniqueOrThrow({ where: { id: seen.id } });
    await change({ ...seen, version }, { role: "ENTERPRISE", enterpriseIds: [firm.id], parkIds: [park.id] });
    expect(await loadViewer(seen.id, "FORM")).toMatchObject({
      role: "ENTERPRISE",
      parkIds: [],
      enterpriseIds: [firm.id],
    });
  });

  it("is asked for: a limited officer names a park, a firm's user a firm", () => {
    const problem = (fields: Record<string, unknown>) =>
      createUserSchema.safeParse(input(fields)).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(problem({ role: "OFFICER", allParks: false })).toEqual([["parkIds", "users.errors.parkNeeded"]]);
    expect(problem({ role: "ENTERPRISE" })).toEqual([["enterpriseIds", "users.errors.firmNeeded"]]);
    expect(problem({ role: "VIEWER" })).toBeUndefined();
  });
});

describe("refusals", () => {
  it("an address that somebody has lands on its field, whatever its case", async () => {
    await add();
    await expect(add({ email: "LIN@zone.example" })).rejects.toMatchObject({
      fieldErrors: { email: "users.errors.emailTaken" },
    });
  });

  it("a password is changed by whoever knows the old one, and ends other sessions", async () => {
    const { id } = await activeAdmin("lin@zone.example");
    const viewer = await loadViewer(id, "FORM");
    if (!viewer) throw new Error("no viewer");
    const before = await db.user.findUniqueOrThrow({ where: { id } });
    await expect(
      changePassword(viewer, { current: "not this one", password: "a new one, long enough" }),
    ).rejects.toMatchObject({ fieldErrors: { current: "users.errors.wrongPassword" } });
    await changePassword(viewer, { current: password, password: "a new one, long enough" });
    const after = await db.user.findUniqueOrThrow({ where: { id } });
    expect(after.sessionVersion).toBe(before.sessionVersion + 1);
    expect(await passwordMatches(after.passwordHash, "a new one, long enough")).toBe(true);
  });
});
