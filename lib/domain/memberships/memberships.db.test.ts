import { beforeAll, describe, expect, it } from "vitest";
import { loadViewer } from "@/lib/platform/auth/load";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system, unique } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { createEnterpriseSchema, mergeEnterprisesSchema } from "../enterprises/schema";
import { createEnterprise } from "../enterprises/service";
import { mergeEnterprises } from "../enterprises/service-merge";
import { getInvitation, listJoinRequests, listMembers, listOwnJoinRequests } from "./queries";
import {
  acceptInvitationSchema,
  claimFirmSchema,
  confirmJoinRequestSchema,
  inviteColleagueSchema,
  membershipListSchema,
  requestJoinSchema,
} from "./schema";
import { acceptInvitation, inviteColleague, removeMember, setFirmAdmin, withdrawInvitation } from "./service";
import {
  claimFirm,
  confirmJoinRequest,
  proveJoinRequest,
  refuseJoinRequest,
  requestJoin,
} from "./service-requests";

beforeAll(resetDatabase);

const password = "a long enough password";
const tokenOf = (path: string) => new URL(path, "http://zone.example").searchParams.get("token") ?? "";
const address = () => `${unique("person")}@test.example`;

const invite = (by: Viewer, enterpriseId: string, email = address(), more: object = {}) =>
  inviteColleague(by, inviteColleagueSchema.parse({ enterpriseId, email, name: "Mei", ...more }));
const accept = (path: string, more: object = { password }) =>
  acceptInvitation(acceptInvitationSchema.parse({ token: tokenOf(path), ...more }));

const membersOf = async (enterpriseId: string) => (await listMembers(system, enterpriseId)).members;
const mailsTo = (email: string) =>
  db.mail.findMany({ where: { address: email }, orderBy: { createdAt: "asc" } });
/** The link of the last mail to an address, as a reader of the mail has it. */
const linkTo = async (email: string) =>
  /https?:\/\/\S+/.exec((await mailsTo(email)).at(-1)?.text ?? "")?.[0] ?? "";

/** A firm with an admin of its own. */
async function firmWithAdmin() {
  const firm = await makeFirm();
  return { firm, admin: await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }) };
}

describe("an invitation", () => {
  it("makes an account that acts for the firm, once, and is mailed", async () => {
    const { firm, admin } = await firmWithAdmin();
    const email = address();
    const { path } = await invite(admin, firm.id, email);
    expect(await linkTo(email)).toContain(path);
    expect(await getInvitation(tokenOf(path))).toMatchObject({ state: "OPEN", email, hasAccount: false });
    await accept(path);
    expect(await membersOf(firm.id)).toContainEqual(
      expect.objectContaining({ email, name: "Mei", firmAdmin: false, status: "ACTIVE" }),
    );
    await expect(accept(path)).rejects.toMatchObject({ message: "memberships.errors.used" });
    expect(await getInvitation(tokenOf(path))).toEqual({ state: "USED" });
  });

  it("is taken up once by two clicks at the same time", async () => {
    const { firm, admin } = await firmWithAdmin();
    const { path } = await invite(admin, firm.id);
    const outcomes = await Promise.allSettled([accept(path), accept(path)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await membersOf(firm.id)).toHaveLength(2);
  });

  it("expires, may be taken back, and a new one replaces it", async () => {
    const { firm, admin } = await firmWithAdmin();
    const email = address();
    const first = await invite(admin, firm.id, email);
    const second = await invite(admin, firm.id, email);
    await expect(accept(first.path)).rejects.toMatchObject({ message: "memberships.errors.withdrawn" });
    await withdrawInvitation(admin, second);
    await expect(accept(second.path)).rejects.toMatchObject({ message: "memberships.errors.withdrawn" });
    const third = await invite(admin, firm.id, email);
    await openChangeSet(system, { verb: "memberships.invite" }, (tx) =>
      tx.invitation.update({
        where: { id: third.id },
        data: { expiresAt: new Date(0) },
        select: { id: true },
      }),
    );
    await expect(accept(third.path)).rejects.toMatchObject({ message: "memberships.errors.expired" });
    const unknown = { token: "x".repeat(40), password };
    await expect(acceptInvitation(acceptInvitationSchema.parse(unknown))).rejects.toMatchObject({
      message: "memberships.errors.unknown",
    });
    expect(await getInvitation("x".repeat(40))).toBeNull();
  });

  it("needs no new password of whoever has an account, and changes none", async () => {
    const { firm, admin } = await firmWithAdmin();
    const other = await firmWithAdmin();
    const email = address();
    await accept((await invite(admin, firm.id, email)).path);
    const before = await db.user.findUniqueOrThrow({ where: { email } });
    const { path } = await invite(other.admin, other.firm.id, email);
    expect(await getInvitation(tokenOf(path))).toMatchObject({ hasAccount: true });
    await accept(path, { password: "somebody else's password" });
    const after = await db.user.findUniqueOrThrow({ where: { email } });
    expect(after.passwordHash).toBe(before.passwordHash);
    const viewer = await loadViewer(after.id, "FORM");
    expect(viewer?.enterpriseIds?.toSorted()).toEqual([firm.id, other.firm.id].toSorted());
  });

  it("asks for a password where there is none, and takes none from the office's people", async () => {
    const { firm, admin } = await firmWithAdmin();
    const { path } = await invite(admin, firm.id);
    await expect(accept(path, {})).rejects.toMatchObject({
      fieldErrors: { password: "memberships.errors.passwordNeeded" },
    });
    const officer = await makeViewer("OFFICER");
    await expect(invite(admin, firm.id, officer.email ?? "")).rejects.toMatchObject({
      fieldErrors: { email: "memberships.errors.cannotJoin" },
    });
    await expect(invite(admin, firm.id, admin.email ?? "")).rejects.toMatchObject({
      fieldErrors: { email: "memberships.errors.member" },
    });
  });

  it("keeps its link out of the history", async () => {
    const { firm, admin } = await firmWithAdmin();
    await invite(admin, firm.id);
    const { rows } = await (await ownerClient()).query(
      "SELECT 1 FROM changes WHERE table_name IN ('invitations', 'join_requests') AND after::text LIKE '%token%'",
    );
    expect(rows).toEqual([]);
  });
});

describe("the firm's people", () => {
  it("are changed by the firm's admin and the office, and by nobody of another firm", async () => {
    const { firm, admin } = await firmWithAdmin();
    const other = await firmWithAdmin();
    await accept((await invite(admin, firm.id)).path);
    const colleague = (await membersOf(firm.id)).find(({ firmAdmin }) => !firmAdmin);
    const id = colleague?.id ?? "";
    const plain = await loadViewer(colleague?.userId ?? "", "FORM");
    if (!plain) throw new Error("the colleague is there");
    await expect(invite(plain, firm.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeMember(plain, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeMember(other.admin, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(invite(other.admin, firm.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listMembers(other.admin, firm.id)).members).toEqual([]);
    await removeMember(admin, { id });
    // Dead at the next request: they act for nobody now.
    expect((await loadViewer(plain.userId ?? "", "FORM"))?.enterpriseIds).toEqual([]);
  });

  it("keep an admin, unless the office takes the last", async () => {
    const { firm, admin } = await firmWithAdmin();
    const [self] = await membersOf(firm.id);
    const id = self?.id ?? "";
    const last = { message: "memberships.errors.lastAdmin" };
    await expect(removeMember(admin, { id })).rejects.toMatchObject(last);
    await expect(setFirmAdmin(admin, { id, firmAdmin: false })).rejects.toMatchObject(last);
    await removeMember(await makeViewer("OFFICER"), { id });
    expect(await membersOf(firm.id)).toEqual([]);
  });

  it("keep an admin also where two remove each other at once", async () => {
    const { firm, admin } = await firmWithAdmin();
    const second = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const members = await membersOf(firm.id);
    const of = (viewer: Viewer) => members.find(({ userId }) => userId === viewer.userId)?.id ?? "";
    const outcomes = await Promise.allSettled([
      removeMember(admin, { id: of(second) }),
      removeMember(second, { id: of(admin) }),
    ]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await membersOf(firm.id)).toHaveLength(1);
  });

  it("of a firm that a limited officer does not reach are not theirs to change", async () => {
    const [here, there] = [await makePark(), await makePark()];
    const presences = [{ parkId: there.id, kind: "PRESENT", fromOn: "2022-01-01", toOn: null }];
    const input = createEnterpriseSchema.parse({ nameEn: unique("Firm "), presences });
    const { id } = await createEnterprise(system, input);
    const officer = await makeViewer("OFFICER", { parkIds: [here.id] });
    await expect(invite(officer, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a request to act for a firm", () => {
  const number = () => unique("REG-").toUpperCase();
  async function firmWithNumber() {
    const value = number();
    const identifiers = [{ type: "OTHER", value, country: "CN" }];
    const input = createEnterpriseSchema.parse({ nameEn: unique("Firm "), identifiers });
    return { value, ...(await createEnterprise(system, input)) };
  }
  const ask = (email: string, identifierValue: string) =>
    requestJoin(requestJoinSchema.parse({ email, name: "Wei", identifierType: "OTHER", identifierValue }));
  const list = async (viewer: Viewer = system) =>
    (await listJoinRequests(viewer, membershipListSchema.parse({ pageSize: 200 }))).rows;

  it("is seen by the office once its address is proven, with the firm that the number means", async () => {
    const firm = await firmWithNumber();
    const email = address();
    await ask(email, firm.value);
    const of = async () => (await list()).find((request) => request.email === email);
    expect(await of()).toBeUndefined();
    const token = tokenOf(await linkTo(email));
    await proveJoinRequest({ token });
    expect(await of()).toMatchObject({ state: "OPEN", enterprise: { id: firm.id } });
    await expect(proveJoinRequest({ token })).rejects.toMatchObject({ message: "memberships.errors.used" });
  });

  it("is answered alike for a number that nobody has, and mails one address three times a day at most", async () => {
    const email = address();
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(Object.keys(await ask(email, number())));
    expect(new Set(answers.map(String))).toEqual(new Set(["changeSetId"]));
    expect(await mailsTo(email)).toHaveLength(3);
  });

  it("becomes an invitation when it is confirmed, and an account by its link", async () => {
    const firm = await firmWithNumber();
    const email = address();
    await ask(email, firm.value);
    await proveJoinRequest({ token: tokenOf(await linkTo(email)) });
    const request = (await list()).find((row) => row.email === email);
    const input = { id: request?.id, version: request?.version, enterpriseId: firm.id, firmAdmin: true };
    const officer = await makeViewer("OFFICER");
    await confirmJoinRequest(officer, confirmJoinRequestSchema.parse(input));
    await expect(confirmJoinRequest(officer, confirmJoinRequestSchema.parse(input))).rejects.toMatchObject({
      message: "memberships.errors.decided",
    });
    await accept(await linkTo(email));
    expect(await membersOf(firm.id)).toEqual([expect.objectContaining({ email, firmAdmin: true })]);
  });

  it("of somebody who has an account is confirmed at once, or refused with words", async () => {
    const { admin } = await firmWithAdmin();
    const firm = await firmWithNumber();
    await openChangeSet(system, { verb: "users.update" }, (tx) =>
      tx.user.update({
        where: { id: admin.userId ?? "" },
        data: { passwordHash: "set" },
        select: { id: true },
      }),
    );
    const claim = (value: string) =>
      claimFirm(admin, claimFirmSchema.parse({ identifierType: "OTHER", identifierValue: value }));
    const { id } = await claim(firm.value);
    const refused = await claim(number());
    expect(await listOwnJoinRequests(admin)).toHaveLength(2);
    await confirmJoinRequest(
      system,
      confirmJoinRequestSchema.parse({ id, version: 1, enterpriseId: firm.id }),
    );
    const now = await loadViewer(admin.userId ?? "", "FORM");
    expect(now?.enterpriseIds).toContain(firm.id);
    await refuseJoinRequest(system, { id: refused.id, version: 1, decision: "Please bring a letter" });
    expect((await mailsTo(admin.email ?? "")).at(-1)?.text).toContain("Please bring a letter");
    expect((await listOwnJoinRequests(admin)).map(({ state }) => state).sort()).toEqual([
      "CONFIRMED",
      "REFUSED",
    ]);
  });

  it("is not seen by another firm's people, nor by an officer of another park", async () => {
    const firm = await firmWithNumber();
    const email = address();
    await ask(email, firm.value);
    await proveJoinRequest({ token: tokenOf(await linkTo(email)) });
    const { admin } = await firmWithAdmin();
    expect(await list(admin)).toEqual([]);
    // The firm is nowhere yet, so every officer may give it its first lease; a number of no firm is the whole zone's.
    const officer = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    const unknown = address();
    await ask(unknown, number());
    await proveJoinRequest({ token: tokenOf(await linkTo(unknown)) });
    const seen = (await list(officer)).map((request) => request.email);
    expect(seen).toContain(email);
    expect(seen).not.toContain(unknown);
  });
});

describe("a firm that was entered twice", () => {
  it("has its invitations and requests under the entry that stays, one an address, and back by an undo", async () => {
    const [stays, goes] = [await makeFirm(), await makeFirm()];
    const both = address();
    const { path } = await invite(system, stays.id, both);
    const given = await invite(system, goes.id, both);
    const other = await invite(system, goes.id);
    const merge = { id: stays.id, version: 1, goesId: goes.id, goesVersion: 1, reason: null };
    const { changeSetId } = await mergeEnterprises(system, mergeEnterprisesSchema.parse(merge));
    const { invitations } = await listMembers(system, stays.id);
    expect(invitations).toHaveLength(2);
    await expect(accept(given.path)).rejects.toMatchObject({ message: "memberships.errors.withdrawn" });
    await undoChangeSet(system, { id: changeSetId });
    expect((await listMembers(system, stays.id)).invitations).toHaveLength(1);
    await mergeEnterprises(system, mergeEnterprisesSchema.parse({ ...merge, version: 3, goesVersion: 3 }));
    await accept(other.path);
    await accept(path);
    expect(await membersOf(stays.id)).toHaveLength(2);
  });
});
