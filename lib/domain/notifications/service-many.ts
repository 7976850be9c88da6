import "server-only";
import { newId } from "@/lib/platform/change-sets/open";
import type { Tx } from "@/lib/platform/db/client";
import { queueMails } from "../mails/service";
import type { Notice } from "./service";

/** As many as one statement takes without its list of values becoming the slowest part. */
const CHUNK = 2_000;

/** As `notify`, of many things at once: a round that opens tells each firm of its own return. */
export async function notifyMany(tx: Tx, notices: readonly Notice[]): Promise<void> {
  const rows = notices.flatMap(({ userIds, ...notice }) =>
    [...new Set(userIds)].map((userId) => ({ ...notice, userId })),
  );
  for (let from = 0; from < rows.length; from += CHUNK) await tell(tx, rows.slice(from, from + CHUNK));
}

type Row = Omit<Notice, "userIds"> & { userId: string };

async function tell(tx: Tx, rows: Row[]): Promise<void> {
  const told = await tx.notification.createManyAndReturn({
    data: rows.map((row) => ({ ...row, id: newId() })),
    skipDuplicates: true,
    select: { userId: true, key: true },
  });
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(told.map(({ userId }) => userId))] }, status: "ACTIVE" },
    select: {
      ...{ id: true, email: true, locale: true },
      notificationChoices: { where: { byMail: false }, select: { kind: true } },
    },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  const fresh = new Set(told.map(({ userId, key }) => `${key}/${userId}`));
  const mailings = rows.flatMap(({ userId, key, kind, params, href }) => {
    const user = byId.get(userId);
    const silent = user?.notificationChoices.some((choice) => choice.kind === kind);
    if (!user || silent || !fresh.has(`${key}/${userId}`)) return [];
    const locale = user.locale === "zh" ? ("zh" as const) : ("en" as const);
    return [{ key: `${key}/${userId}`, kind, userId, address: user.email, locale, params, href }];
  });
  await queueMails(tx, mailings);
}
