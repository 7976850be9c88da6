import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { openMailServer } from "@/lib/platform/mail/server";
import * as mail from "@/lib/platform/mail/settings";
import { resetDatabase } from "@/lib/testing/database";
import { makeViewer, system, unique } from "@/lib/testing/factories";
import { startSmtp } from "@/lib/testing/smtp";
import { getMail } from "../mails/queries";
import { sendMails } from "../mails/service-send";
import { getUser } from "./queries";
import { getSetupLink } from "./queries-links";
import { answerAfter } from "./rules";
import { createUserSchema, updateUserSchema } from "./schema";
import { createUser, suspendUser, updateUser } from "./service";
import { claimSetupLink, forgetPassword, sendSetupLink } from "./service-links";

beforeEach(resetDatabase);
afterEach(() => void vi.restoreAllMocks());

const withoutMail = () => void vi.spyOn(mail, "sendsMail").mockReturnValue(false);

const password = "long enough to be one";
const from = "Office <office@zone.example>";
const newPerson = (given: object = {}) =>
  createUserSchema.parse({
    name: "Lin Hua",
    email: `${unique("lin")}@zone.example`,
    role: "MANAGER",
    ...given,
  });

/** Everything that waits in the outbox, as it arrives, with the secret of each link. */
async function arrive() {
  const server = await startSmtp();
  const url = openMailServer({ url: server.url, from });
  await sendMails({ now: new Date(Date.now() + 600_000), server: url });
  await server.stop();
  // In the order in which they were written, whatever order they left in.
  server.taken.sort((a, b) => ((a.messageId ?? "") < (b.messageId ?? "") ? -1 : 1));
  return server.taken.map(({ text = "", subject, to }) => ({
    to: Array.isArray(to) ? "" : to?.text,
    subject,
    token: /token=([\w-]+)/.exec(text)?.[1] ?? "",
  }));
}
const emailOf = async (id: string) => (await getUser(system, id))?.email ?? "";
const used = { code: "CONFLICT", message: "users.errors.linkUsed" };

describe("a person who is added", () => {
  it("is mailed a link in their language, which nobody else sees, and comes in by it once", async () => {
    const input = newPerson({ locale: "zh", sendLink: true });
    const { id } = await createUser(system, input);
    const waiting = await getSetupLink(system, id);
    expect(waiting).toMatchObject({ state: "OPEN", mail: { address: input.email, state: "QUEUED" } });
    const shown = await getMail(system, waiting?.mail?.id ?? "");
    expect(`${shown?.text}${shown?.html}`).not.toContain("token=");

    const [sent] = await arrive();
    expect(sent).toMatchObject({ to: input.email, subject: expect.stringContaining("请设置您在") });
    const kept = await db.mail.findFirstOrThrow();
    expect(`${kept.text}${kept.html}`).not.toContain("token=");
    await claimSetupLink({ token: sent?.token ?? "", password });
    expect(await getUser(system, id)).toMatchObject({ status: "ACTIVE" });
    expect(await getSetupLink(system, id)).toMatchObject({ state: "USED", mail: { state: "SENT" } });
    await expect(claimSetupLink({ token: sent?.token ?? "", password })).rejects.toMatchObject(used);
  });

  it("is mailed nothing unless it was asked for, and nothing where no mail is set up", async () => {
    await createUser(system, newPerson());
    withoutMail();
    await createUser(system, newPerson({ sendLink: true }));
    expect(await db.mail.count()).toBe(0);
  });
});

describe("a link that is sent again", () => {
  it("kills the one before, and tells the sender where it went but not what it is", async () => {
    const { id } = await createUser(system, newPerson({ sendLink: true }));
    const [older] = await arrive();
    expect(await sendSetupLink(system, { id })).toMatchObject({ path: null, email: await emailOf(id) });
    const [newer] = await arrive();
    await expect(claimSetupLink({ token: older?.token ?? "", password })).rejects.toMatchObject(used);
    await expect(claimSetupLink({ token: newer?.token ?? "", password })).resolves.toBeTruthy();
  });

  it("takes the one before out of the outbox where it had not left", async () => {
    const { id } = await createUser(system, newPerson({ sendLink: true }));
    await sendSetupLink(system, { id });
    expect(await arrive()).toHaveLength(1);
    await sendSetupLink(system, { id });
    await suspendUser(system, { id, suspended: true });
    expect(await arrive()).toEqual([]);
  });

  it("is handed over where no mail is set up, and stands in no outbox", async () => {
    withoutMail();
    const { id } = await createUser(system, newPerson());
    const { path } = await sendSetupLink(system, { id });
    expect(await db.mail.count()).toBe(0);
    expect(await getSetupLink(system, id)).toMatchObject({ state: "OPEN", mail: null });
    await claimSetupLink({ token: path?.split("token=")[1] ?? "", password });
  });

  it("stays hidden in the outbox when the mail server is taken away before it left", async () => {
    const { id } = await createUser(system, newPerson({ sendLink: true }));
    await sendMails({ server: null });
    const link = await getSetupLink(system, id);
    expect(link?.mail).toMatchObject({ state: "KEPT" });
    const shown = await getMail(system, link?.mail?.id ?? "");
    expect(`${shown?.text}${shown?.html}`).not.toContain("token=");
  });

  it("dies with a suspension and with another address, and lets nobody suspended in", async () => {
    const { id } = await createUser(system, newPerson({ sendLink: true }));
    const [first] = await arrive();
    await suspendUser(system, { id, suspended: true });
    await expect(sendSetupLink(system, { id })).rejects.toMatchObject({
      message: "users.errors.linkSuspended",
    });
    await suspendUser(system, { id, suspended: false });
    await sendSetupLink(system, { id });
    // One that a suspension did not see: made in the same moment.
    await openChangeSet(system, { verb: "users.suspend" }, (tx) =>
      tx.user.update({ where: { id }, data: { status: "SUSPENDED" }, select: { id: true } }),
    );
    const [second] = await arrive();
    for (const sent of [first, second])
      await expect(claimSetupLink({ token: sent?.token ?? "", password })).rejects.toMatchObject(used);
    await suspendUser(system, { id, suspended: false });
    const { version } = (await getUser(system, id)) ?? { version: 0 };
    const changed = { ...newPerson(), id, version, email: `${unique("other")}@zone.example` };
    await updateUser(system, updateUserSchema.parse(changed));
    await expect(claimSetupLink({ token: second?.token ?? "", password })).rejects.toMatchObject(used);
  });
});

describe("a forgotten password", () => {
  it("is set anew by a link of two hours, which ends every session and every other link", async () => {
    const viewer = await makeViewer("OFFICER");
    const { id, email } = await db.user.findUniqueOrThrow({ where: { id: viewer.userId ?? "" } });
    const before = await db.user.findUniqueOrThrow({ where: { id } });
    await sendSetupLink(system, { id });
    await forgetPassword({ email });
    const open = await getSetupLink(system, id);
    const hours = (Date.parse(open?.expiresAt ?? "") - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    expect(hours).toBeLessThanOrEqual(2);
    const [byOffice, forgotten] = await arrive();
    expect(forgotten).toMatchObject({ to: email, subject: expect.stringContaining("A new password") });
    await claimSetupLink({ token: forgotten?.token ?? "", password });
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
      sessionVersion: before.sessionVersion + 1,
    });
    for (const sent of [byOffice, forgotten])
      await expect(claimSetupLink({ token: sent?.token ?? "", password })).rejects.toMatchObject(used);
  });

  it("asked for by a stranger leaves password, sessions and earlier links as they are", async () => {
    const { id } = await createUser(system, newPerson({ sendLink: true }));
    await forgetPassword({ email: await emailOf(id) });
    const [first] = await arrive();
    await expect(claimSetupLink({ token: first?.token ?? "", password })).resolves.toBeTruthy();
  });

  it("is mailed to an address three times an hour at most, also where all ask at once", async () => {
    const { id } = await createUser(system, newPerson());
    const email = await emailOf(id);
    await Promise.all([1, 2, 3, 4, 5].map(() => forgetPassword({ email })));
    expect(await db.mail.count()).toBe(3);
    await db.mail.updateMany({ data: { createdAt: new Date(Date.now() - 3_601_000) } });
    await forgetPassword({ email });
    expect(await db.mail.count()).toBe(4);
  });

  it("answers the same, at the same step of the clock, whoever has the address or nobody", async () => {
    const known = await emailOf((await createUser(system, newPerson())).id);
    const gone = await createUser(system, newPerson());
    await suspendUser(system, { id: gone.id, suspended: true });
    for (const email of [known, await emailOf(gone.id), "nobody@zone.example"]) {
      const began = performance.now();
      expect(await forgetPassword({ email })).toEqual({ sent: true });
      // A timer may be a little early; that a busy machine is late says nothing of the address.
      expect(performance.now() - began, email).toBeGreaterThan(490);
    }
    expect([1, 40, 499, 501].map(answerAfter)).toEqual([499, 460, 1, 499]);
    expect(await db.mail.findMany({ select: { address: true } })).toEqual([{ address: known }]);
    expect(await db.changeSet.count({ where: { verb: "users.forgetPassword" } })).toBe(1);
  });

  it("is left to an administrator where no mail is set up", async () => {
    withoutMail();
    await expect(forgetPassword({ email: "a@zone.example" })).rejects.toMatchObject({
      message: "users.errors.noMail",
    });
  });
});
