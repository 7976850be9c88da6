import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { NotificationKind } from "@/lib/platform/db/generated/enums";
import type { NoticeParams } from "../mails/dto";
import { queueMails } from "../mails/service";

/** What is told to whom. `key` names the occasion: each person is told of it once, whoever tells them again. */
export type Notice = {
  kind: NotificationKind;
  userIds: readonly string[];
  params: NoticeParams;
  href: string;
  key: string;
};

/** Tells people something, in the app and by mail as each of them chose, in the transaction of its cause. */
export async function notify(tx: Tx, { kind, userIds, params, href, key }: Notice): Promise<void> {
  if (userIds.length === 0) return;
  const told = await tx.notification.createManyAndReturn({
    data: [...new Set(userIds)].map((userId) => ({ userId, kind, params, href, key })),
    skipDuplicates: true,
    select: { userId: true },
  });
  const users = await tx.user.findMany({
    where: {
      id: { in: told.map(({ userId }) => userId) },
      status: "ACTIVE",
      notificationChoices: { none: { kind, byMail: false } },
    },
    select: { id: true, email: true, locale: true },
  });
  await queueMails(
    tx,
    users.map((user) => ({
      key: `${key}/${user.id}`,
      kind,
      userId: user.id,
      address: user.email,
      locale: user.locale === "zh" ? "zh" : "en",
      params,
      href,
    })),
  );
}
