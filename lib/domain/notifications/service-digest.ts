import "server-only";
import { fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { NotificationKind } from "@/lib/platform/db/generated/enums";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { NoticeParams } from "@/lib/platform/i18n/notice-words";
import { mailWriter } from "@/lib/platform/mail/render";
import type { Mailing } from "../mails/dto";
import { queueMails } from "../mails/service";

/** So many people a transaction. */
const CHUNK = 200;
/** A summary names so many notices; the rest are counted, and behind its link. */
const NAMED = 30;

type Reader = { id: string; email: string; locale: Locale };
type Waiting = { userId: string; kind: NotificationKind; params: NoticeParams; href: string; read: boolean };

/**
 * Writes the day's summary of whoever has notices waiting for one, once a person and day: a row of the ledger goes in
 * first, and whoever finds it there leaves it at that. Notices of days on which nothing ran are in the next summary;
 * what was read meanwhile is not.
 * @param options.now the clock; a dry run counts the same and writes nothing
 */
export async function sendDigests(options: { now?: Date; dryRun?: boolean } = {}) {
  const { now = new Date(), dryRun = false } = options;
  const counts = { mails: 0, notices: 0 };
  const readers = await listReaders();
  if (dryRun) {
    const waiting = await listWaiting(db, readers, now);
    const unread = waiting.filter(({ read }) => !read);
    return { mails: new Set(unread.map(({ userId }) => userId)).size, notices: unread.length };
  }
  for (let at = 0; at < readers.length; at += CHUNK) {
    const told = await db.$transaction((tx) => tell(tx, readers.slice(at, at + CHUNK), now));
    counts.mails += told.mails;
    counts.notices += told.notices;
  }
  return counts;
}

async function tell(tx: Tx, readers: Reader[], now: Date) {
  const on = todayInZone(() => now.getTime());
  const first = await tx.notificationDigest.createManyAndReturn({
    data: readers.map(({ id }) => ({ userId: id, on: fromCivil(on) })),
    skipDuplicates: true,
  });
  const mine = new Set(first.map(({ userId }) => userId));
  const due = readers.filter(({ id }) => mine.has(id));
  const waiting = await listWaiting(tx, due, now);
  await tx.notification.updateMany({
    where: { userId: { in: due.map(({ id }) => id) }, digestedAt: null, createdAt: { lte: now } },
    data: { digestedAt: now },
  });
  const unread = waiting.filter(({ read }) => !read);
  const writers = { en: await mailWriter("en"), zh: await mailWriter("zh") };
  const mailings = due.flatMap((reader): Mailing[] => {
    const notices = unread.filter(({ userId }) => userId === reader.id);
    if (notices.length === 0) return [];
    const { id: userId, email: address, locale } = reader;
    const items = notices.slice(0, NAMED).map(({ kind, params, href }) => ({
      text: writers[locale].line(kind, params),
      href,
    }));
    const params = { count: notices.length };
    const key = `digest/${userId}/${on}`;
    return [{ key, kind: "DIGEST", userId, address, locale, params, href: "/notifications", items }];
  });
  await queueMails(tx, mailings);
  return { mails: mailings.length, notices: unread.length };
}

async function listReaders(): Promise<Reader[]> {
  const rows = await db.user.findMany({
    where: { status: "ACTIVE", notifications: { some: { digestedAt: null } } },
    orderBy: { id: "asc" },
    select: { id: true, email: true, locale: true },
  });
  return rows.map(({ locale, ...reader }) => ({ ...reader, locale: locale === "zh" ? "zh" : "en" }));
}

async function listWaiting(on: Tx, readers: Reader[], now: Date): Promise<Waiting[]> {
  if (readers.length === 0) return [];
  return on.$queryRaw<Waiting[]>(Prisma.sql`
    SELECT n.user_id::text AS "userId", n.kind::text AS kind, n.params, n.href, n.read_at IS NOT NULL AS read
    FROM notifications n
    WHERE n.digested_at IS NULL AND n.created_at <= ${now} AND n.user_id = ANY (${readers.map(({ id }) => id)}::uuid[])
    ORDER BY n.created_at, n.id`);
}
