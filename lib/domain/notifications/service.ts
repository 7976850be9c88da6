import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { NotificationKind } from "@/lib/platform/db/generated/enums";
import type { Mailing, NoticeParams } from "../mails/dto";
import { queueMails } from "../mails/service";
import { toWay, type Way } from "./rules";

/** What is told to whom. `key` names the occasion: each person is told of it once, whoever tells them again. */
export type Notice = {
  kind: NotificationKind;
  userIds: readonly string[];
  params: NoticeParams;
  href: string;
  key: string;
};

/** So many rows an insert, far below what the database takes of parameters. */
const CHUNK = 1_000;

/** Tells people something, in the app and by mail as each of them chose, in the transaction of its cause. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  await notifyAll(tx, [notice]);
}

/**
 * Tells many things at once, each of them once a person: in a handful of statements, however many they are.
 * @returns how many notices are new
 */
export async function notifyAll(tx: Tx, notices: readonly Notice[]): Promise<number> {
  const all = notices.flatMap((notice) => [...new Set(notice.userIds)].map((userId) => ({ notice, userId })));
  let told = 0;
  for (let at = 0; at < all.length; at += CHUNK) told += await tell(tx, all.slice(at, at + CHUNK));
  return told;
}

async function tell(tx: Tx, telling: { notice: Notice; userId: string }[]): Promise<number> {
  const userIds = [...new Set(telling.map(({ userId }) => userId))];
  const kinds = [...new Set(telling.map(({ notice }) => notice.kind))];
  const ways = await listWays(tx, userIds, kinds);
  const wayOf = ({ notice, userId }: (typeof telling)[number]) =>
    ways.get(`${userId}/${notice.kind}`) ?? toWay(undefined);
  const now = new Date();
  const told = await tx.notification.createManyAndReturn({
    data: telling.map((one) => ({
      ...{ userId: one.userId, kind: one.notice.kind, params: one.notice.params },
      ...{ href: one.notice.href, key: one.notice.key },
      digestedAt: wayOf(one) === "DIGEST" ? null : now,
    })),
    skipDuplicates: true,
    select: { userId: true, key: true },
  });
  const isNew = new Set(told.map(({ userId, key }) => `${userId}/${key}`));
  const mailed = telling.filter(
    (one) => isNew.has(`${one.userId}/${one.notice.key}`) && wayOf(one) === "MAIL",
  );
  await queueMails(tx, await toMailings(tx, mailed));
  return told.length;
}

async function listWays(tx: Tx, userIds: string[], kinds: NotificationKind[]): Promise<Map<string, Way>> {
  const rows = await tx.notificationChoice.findMany({
    where: { userId: { in: userIds }, kind: { in: kinds } },
  });
  return new Map(rows.map((row) => [`${row.userId}/${row.kind}`, toWay(row)]));
}

async function toMailings(tx: Tx, mailed: { notice: Notice; userId: string }[]): Promise<Mailing[]> {
  if (mailed.length === 0) return [];
  const users = await tx.user.findMany({
    where: { id: { in: mailed.map(({ userId }) => userId) }, status: "ACTIVE" },
    select: { id: true, email: true, locale: true },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  return mailed.flatMap(({ notice, userId }) => {
    const user = byId.get(userId);
    if (!user) return [];
    const { kind, params, href, key } = notice;
    const locale = user.locale === "zh" ? "zh" : "en";
    return [{ key: `${key}/${userId}`, kind, userId, address: user.email, locale, params, href }];
  });
}
