import "server-only";
import { db } from "@/lib/platform/db/client";
import { type MailServer, mailServer } from "@/lib/platform/mail/server";
import { hideLinks, nextTry, toLastError } from "./rules";

const BATCH = 10;
/** A claim that its sender has not settled by then is anybody's: the sender was killed. */
const LEASE_MS = 10 * 60_000;
/** No mail is begun that could outlast the claim. */
const LEAVE_MS = LEASE_MS - 3 * 60_000;
/** Mails that were sent are kept for so long, as are those that were given up. */
const KEEP_MS = 180 * 24 * 3_600_000;

export type Claimed = { id: string; attempts: number } & Record<
  "kind" | "address" | "subject" | "text" | "html",
  string
>;

/**
 * Takes mails that are due for oneself: nobody else gets them while the claim lasts. One statement, so that no lock is
 * held while a mail server is talked to.
 */
export async function claimMails(now: Date, most: number = BATCH): Promise<Claimed[]> {
  const until = new Date(now.getTime() + LEASE_MS);
  return db.$queryRaw<Claimed[]>`
    UPDATE mails SET attempts = attempts + 1, next_at = ${until}
    WHERE id IN (
      SELECT id FROM mails WHERE state = 'QUEUED' AND next_at <= ${now}
      ORDER BY next_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id::text AS id, kind::text AS kind, address, subject, text, html, attempts`;
}

/**
 * Sends what is due, oldest first, until nothing is or the server is away. Several instances may at once: each mail is
 * claimed by one. A kill between the server's word and the note of it sends that mail again, under the same
 * Message-ID, by which it is known as the same. Without a mail server, mails are kept for the administrator to read.
 * @param options.now the clock; `server` stands in for the settings' own
 * @returns how many were sent, will be tried again, were given up, and are kept
 */
export async function sendMails(options: { now?: Date; server?: MailServer | null } = {}) {
  const { now = new Date(), server = mailServer() } = options;
  const counts = { sent: 0, later: 0, failed: 0, kept: 0 };
  if (!server) {
    counts.kept = (await db.mail.updateMany({ where: { state: "QUEUED" }, data: { state: "KEPT" } })).count;
    return counts;
  }
  for (let away = false; !away; ) {
    const claimed = await claimMails(now);
    if (claimed.length === 0) break;
    const began = performance.now();
    for (const [at, mail] of claimed.entries()) {
      if (performance.now() - began > LEAVE_MS) return counts;
      const outcome = await send(server, mail, now);
      counts[outcome.counts] += 1;
      away = outcome.away;
      if (!away) continue;
      // The others were not tried: they are given back as they were.
      await giveBack(claimed.slice(at + 1), now);
      break;
    }
  }
  return counts;
}

/** Takes out of the outbox what was settled long ago. */
export async function forgetMails(now: Date = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEEP_MS);
  const settled = { state: { in: ["SENT" as const, "FAILED" as const] }, createdAt: { lt: before } };
  return (await db.mail.deleteMany({ where: settled })).count;
}

async function send(server: MailServer, mail: Claimed, now: Date) {
  const answer = await server.send(mail);
  if (answer.taken) {
    const { text, html } = hideLinks(mail as Parameters<typeof hideLinks>[0]);
    await note(mail, { state: "SENT", sentAt: now, lastError: null, text, html });
    return { counts: "sent", away: false } as const;
  }
  const lastError = toLastError(answer.trouble, answer.said);
  const again = answer.trouble === "REFUSED" ? null : nextTry(mail.attempts, now);
  await note(mail, again ? { nextAt: again, lastError } : { state: "FAILED", lastError });
  const away = answer.trouble === "AWAY" || answer.trouble === "SIGN_IN";
  return { counts: again ? "later" : "failed", away } as const;
}

/** Only for who still holds the claim: a later claim counts one attempt more. */
function note({ id, attempts }: Claimed, data: Parameters<typeof db.mail.updateMany>[0]["data"]) {
  return db.mail.updateMany({ where: { id, attempts, state: "QUEUED" }, data });
}

async function giveBack(claimed: Claimed[], now: Date): Promise<void> {
  for (const { id, attempts } of claimed) {
    await db.mail.updateMany({
      where: { id, attempts, state: "QUEUED" },
      data: { attempts: attempts - 1, nextAt: now },
    });
  }
}
