import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runTypeScript } from "@/lib/platform/boot/zone.mjs";
import { newId } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { openMailServer } from "@/lib/platform/mail/server";
import { resetDatabase } from "@/lib/testing/database";
import { makeViewer, system, unique } from "@/lib/testing/factories";
import { awaySmtp, startSmtp } from "@/lib/testing/smtp";
import { listJobRuns } from "../jobs/queries";
import { runJob } from "../jobs/service";
import { getMail, listMails } from "./queries";
import { mailListSchema } from "./schema";
import { queueMails, retryMail } from "./service";
import { claimMails, forgetMails, sendMails } from "./service-send";

beforeEach(resetDatabase);

type Smtp = Awaited<ReturnType<typeof startSmtp>>;
const running: Smtp[] = [];
async function smtp(options?: Parameters<typeof startSmtp>[0]): Promise<Smtp> {
  const server = await startSmtp(options);
  running.push(server);
  return server;
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

const from = "Cooperation Affairs Office <office@zone.example>";
const at = (url: string) => openMailServer({ url, from });
const minutes = (n: number, since = start) => new Date(since.getTime() + n * 60_000);
/** Ahead of the clock, since a mail is due from when it was written. */
const start = new Date(Date.now() + 600_000);

/** Puts a mail into the outbox. */
async function queue(given: { address?: string; locale?: "en" | "zh"; key?: string } = {}) {
  const { address = `${unique("reader")}@firm.example`, locale = "en", key = unique("key") } = given;
  const firm = { nameZh: "示例企业", nameEn: "Example Ltd" };
  const params = { round: "Q3", firm, due: "2022-10-31" };
  const about = { kind: "RETURN_OPENED" as const, params, href: "/portal/returns/1" };
  await db.$transaction((tx) => queueMails(tx, [{ key, userId: null, address, locale, ...about }]));
  return address;
}
const states = async () =>
  (await db.mail.findMany({ orderBy: { createdAt: "asc" }, select: { state: true, attempts: true } })).map(
    ({ state, attempts }) => `${state} ${attempts}`,
  );

describe("the outbox", () => {
  it("sends a mail once, as text and as HTML, in its reader's language", async () => {
    const server = await smtp();
    const address = await queue({ locale: "zh" });
    expect(await sendMails({ now: start, server: at(server.url) })).toMatchObject({ sent: 1 });
    expect(await sendMails({ now: minutes(600), server: at(server.url) })).toMatchObject({ sent: 0 });
    const [mail] = server.taken;
    expect(server.taken).toHaveLength(1);
    expect(mail?.subject).toBe("Q3：请于2022年10月31日前填报");
    expect(mail?.from?.text).toBe('"Cooperation Affairs Office" <office@zone.example>');
    expect(mail?.to).toMatchObject({ value: [{ address }] });
    expect(mail?.text).toContain("示例企业的Q3已开放填报");
    expect(mail?.text).toContain("http://localhost:3000/portal/returns/1");
    expect(mail?.html).toContain('<html lang="zh-CN">');
    expect(mail?.html).toContain("示例企业的Q3已开放填报");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await states()).toEqual(["SENT 1"]);
  });

  it("writes a mail once for its key, whoever asks again", async () => {
    await queue({ key: "the same" });
    await queue({ key: "the same" });
    expect(await states()).toEqual(["QUEUED 0"]);
  });

  it("waits longer after each try while the server is away, and gives up after the sixth", async () => {
    const server = at(await awaySmtp());
    await queue();
    // After 1, 5, 30, 120 and 480 minutes: at 0, 1, 6, 36, 156 and 636.
    for (const [tries, minute] of [0, 1, 6, 36, 156].entries()) {
      if (minute > 0)
        expect(await sendMails({ now: minutes(minute - 0.5), server })).toMatchObject({ later: 0 });
      expect(await sendMails({ now: minutes(minute), server })).toMatchObject({ later: 1, failed: 0 });
      expect(await states()).toEqual([`QUEUED ${tries + 1}`]);
    }
    expect(await sendMails({ now: minutes(636), server })).toMatchObject({ later: 0, failed: 1 });
    const [mail] = await db.mail.findMany();
    expect(mail).toMatchObject({ state: "FAILED", attempts: 6, lastError: expect.stringMatching(/^AWAY /) });
  });

  it("tries no others while the server is away, and sends them all when it is back", async () => {
    for (let n = 0; n < 3; n += 1) await queue();
    expect(await sendMails({ now: start, server: at(await awaySmtp()) })).toMatchObject({ later: 1 });
    expect((await states()).sort()).toEqual(["QUEUED 0", "QUEUED 0", "QUEUED 1"]);
    const back = await smtp();
    expect(await sendMails({ now: minutes(1), server: at(back.url) })).toMatchObject({ sent: 3 });
    expect(back.taken).toHaveLength(3);
  });

  it("gives up at once what is refused for good, and sends the others", async () => {
    const server = await smtp({
      refuse: /^nobody@/,
      manner: ({ text }) => (text?.includes("never") ? { code: 554, said: "5.7.1 Not wanted" } : undefined),
    });
    await queue({ address: "nobody@firm.example" });
    await queue();
    expect(await sendMails({ now: start, server: at(server.url) })).toMatchObject({ sent: 1, failed: 1 });
    const [refused] = await db.mail.findMany({ where: { state: "FAILED" } });
    expect(refused).toMatchObject({
      attempts: 1,
      lastError: expect.stringMatching(/^REFUSED .*No such person/),
    });
  });

  it("tries again what is refused for now", async () => {
    const server = await smtp({ manner: () => ({ code: 451, said: "4.3.0 Later, please" }) });
    await queue();
    expect(await sendMails({ now: start, server: at(server.url) })).toMatchObject({ later: 1, failed: 0 });
    expect(await db.mail.findFirst()).toMatchObject({ lastError: expect.stringMatching(/^BUSY .*Later/) });
  });

  it("takes a sign-in that the server refuses for a wrong setting, and gives no mail up for it", async () => {
    const server = await smtp({ password: "right" });
    const as = (password: string) => at(server.url.replace("//", `//office:${password}@`));
    await queue();
    await queue();
    expect(await sendMails({ now: start, server: as("wrong") })).toMatchObject({ later: 1, failed: 0 });
    const tried = await db.mail.findFirst({ where: { attempts: 1 } });
    expect(tried).toMatchObject({ state: "QUEUED", lastError: expect.stringMatching(/^SIGN_IN /) });
    expect(tried?.lastError).not.toContain("wrong");
    expect(await sendMails({ now: minutes(1), server: as("right") })).toMatchObject({ sent: 2 });
  });

  it("gives up at once what no mail could be sent to", async () => {
    const server = await smtp();
    await queue({ address: "nobody at all\r\nBcc: a@b.example" });
    expect(await sendMails({ now: start, server: at(server.url) })).toMatchObject({ sent: 0, failed: 1 });
    expect(server.seen).toHaveLength(0);
  });

  it("sends each mail once where two senders are at it", async () => {
    const server = await smtp();
    const addresses = [];
    for (let n = 0; n < 25; n += 1) addresses.push(await queue());
    const [one, two] = await Promise.all([
      sendMails({ now: start, server: at(server.url) }),
      sendMails({ now: start, server: at(server.url) }),
    ]);
    expect(one.sent + two.sent).toBe(25);
    expect(server.taken.map(({ to }) => (Array.isArray(to) ? "" : to?.text)).sort()).toEqual(
      addresses.sort(),
    );
  });

  it("takes up a claim whose sender was killed, under the same Message-ID, and not before its time", async () => {
    const server = await smtp();
    await queue();
    const [claimed] = await claimMails(start);
    // It was accepted, and the sender died before it could note so.
    await at(server.url).send({ ...claimed, ...(claimed as NonNullable<typeof claimed>) });
    expect(await sendMails({ now: minutes(9), server: at(server.url) })).toMatchObject({ sent: 0 });
    expect(await sendMails({ now: minutes(10), server: at(server.url) })).toMatchObject({ sent: 1 });
    const ids = server.taken.map(({ messageId }) => messageId);
    expect(ids).toEqual([`<${claimed?.id}@localhost>`, `<${claimed?.id}@localhost>`]);
  });

  it("notes nothing of a claim that somebody else has taken over", async () => {
    await queue();
    const slow = await smtp({ manner: () => ({ code: 451, said: "later" }) });
    const [claimed] = await claimMails(start);
    expect(claimed?.attempts).toBe(1);
    const quick = await smtp();
    expect(await sendMails({ now: minutes(11), server: at(quick.url) })).toMatchObject({ sent: 1 });
    expect(await at(slow.url).send(claimed as NonNullable<typeof claimed>)).toMatchObject({
      trouble: "BUSY",
    });
    expect(await states()).toEqual(["SENT 2"]);
  });

  it("keeps mails where no server is set", async () => {
    await queue();
    expect(await sendMails({ now: start, server: null })).toMatchObject({ sent: 0, kept: 1 });
    expect(await states()).toEqual(["KEPT 0"]);
  });

  it("forgets what was settled half a year ago, and nothing that waits", async () => {
    await queue();
    await sendMails({ now: start, server: at((await smtp()).url) });
    await queue();
    expect(await forgetMails(minutes(179 * 24 * 60))).toBe(0);
    expect(await forgetMails(minutes(181 * 24 * 60))).toBe(1);
    expect(await states()).toEqual(["QUEUED 0"]);
  });
});

it("a process killed while it sends is seen as interrupted, and its mail is sent by the next", async () => {
  const server = await smtp({ manner: () => "HANG" });
  const address = await queue();
  await db.mail.updateMany({ data: { nextAt: new Date(0) } });
  const arrived = server.arrival();
  const child = spawn(process.execPath, [...runTypeScript, "lib/platform/boot/jobs.ts", "send-mails"], {
    env: { ...process.env, SMTP_URL: server.url, MAIL_FROM: from, NODE_OPTIONS: "" },
    stdio: "ignore",
  });
  await arrived;
  const admin = await makeViewer("ADMIN");
  expect(await listJobRuns(admin)).toMatchObject([{ job: "SEND_MAILS", outcome: "RUNNING", endedAt: null }]);
  await expect(runJob(admin, { job: "SEND_MAILS", dryRun: true })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  child.kill("SIGKILL");
  await once(child, "exit");
  // The database notices that the connection is gone, and lets go of the lock.
  await expect
    .poll(async () => (await listJobRuns(admin))[0]?.outcome, { timeout: 20_000 })
    .toBe("INTERRUPTED");
  await runJob(system, { job: "SEND_MAILS", dryRun: true });
  const next = await smtp();
  const later = new Date(Date.now() + 11 * 60_000);
  expect(await sendMails({ now: later, server: at(next.url) })).toMatchObject({ sent: 1 });
  expect(next.taken.map(({ to }) => (Array.isArray(to) ? "" : to?.text))).toEqual([address]);
});

describe("the administrator's page", () => {
  const params = (given: object = {}) => mailListSchema.parse(given);
  const invite = async () => {
    const about = { firm: "A firm", inviter: "An officer", zone: "The zone", expires: "2022-11-08" };
    const mail = { key: unique("invitation"), kind: "INVITATION" as const, userId: null };
    const to = { address: "new@firm.example", locale: "en" as const };
    await db.$transaction((tx) =>
      queueMails(tx, [{ ...mail, ...to, params: about, href: "/join/a-secret-of-one-time" }]),
    );
    return (await db.mail.findFirstOrThrow()).id;
  };

  it("lists the outbox to the administrator, narrowed, and to nobody else", async () => {
    await queue({ address: "a@firm.example" });
    await queue({ address: "b@firm.example" });
    await db.mail.updateMany({ where: { address: "b@firm.example" }, data: { state: "FAILED" } });
    const admin = await makeViewer("ADMIN");
    expect((await listMails(admin, params())).total).toBe(2);
    expect((await listMails(admin, params({ state: "FAILED" }))).rows).toMatchObject([
      { address: "b@firm.example" },
    ]);
    expect((await listMails(admin, params({ query: "a@firm" }))).total).toBe(1);
    expect((await listMails(admin, params({ kind: "DIGEST" }))).total).toBe(0);
    for (const role of ["OFFICER", "MANAGER", "VIEWER"] as const) {
      await expect(listMails(await makeViewer(role), params())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("shows a one-time link while it must be handed over by hand, and never after", async () => {
    const id = await invite();
    const admin = await makeViewer("ADMIN");
    const shown = async () => {
      const mail = await getMail(admin, id);
      return [mail?.text, mail?.html].map((words) => words?.includes("a-secret-of-one-time"));
    };
    expect(await shown()).toEqual([false, false]);
    await sendMails({ now: start, server: null });
    expect(await shown()).toEqual([true, true]);
    await retryMail(admin, { id });
    expect(await shown()).toEqual([false, false]);
    const server = await smtp();
    await sendMails({ now: start, server: at(server.url) });
    expect(server.taken[0]?.text).toContain("http://localhost:3000/join/a-secret-of-one-time");
    // Once it has left, the outbox itself no longer holds it.
    const kept = await db.mail.findUniqueOrThrow({ where: { id } });
    expect(`${kept.text}${kept.html}`).not.toContain("a-secret-of-one-time");
  });

  it("tries again what was given up, from the first wait on, and nothing that waits or was sent", async () => {
    await queue();
    const { id } = await db.mail.findFirstOrThrow();
    await db.mail.updateMany({ data: { state: "FAILED", attempts: 6, lastError: "AWAY nobody" } });
    expect((await getMail(system, id))?.can.retry).toBe(true);
    await retryMail(system, { id });
    expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ state: "QUEUED", attempts: 0, lastError: null },
    });
    await expect(retryMail(system, { id })).rejects.toMatchObject({ message: "mails.errors.notWaiting" });
    await sendMails({ now: start, server: at((await smtp()).url) });
    await expect(retryMail(system, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(retryMail(system, { id: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
