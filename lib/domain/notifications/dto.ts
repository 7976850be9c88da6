import type { Prisma } from "@/lib/platform/db/generated/client";
import type { NotificationKind } from "@/lib/platform/db/generated/enums";
import type { NoticeParams } from "@/lib/platform/i18n/notice-words";

export const notificationSelect = {
  id: true,
  kind: true,
  params: true,
  href: true,
  readAt: true,
  createdAt: true,
} satisfies Prisma.NotificationSelect;

export type NotificationDto = {
  id: string;
  kind: NotificationKind;
  params: NoticeParams;
  /** Where it leads. */
  href: string;
  read: boolean;
  createdAt: string;
};

export function toNotification(
  row: Prisma.NotificationGetPayload<{ select: typeof notificationSelect }>,
): NotificationDto {
  const { id, kind, href } = row;
  return {
    ...{ id, kind, href },
    // Written by notify, and by nobody else.
    params: row.params as NoticeParams,
    read: row.readAt !== null,
    createdAt: row.createdAt.toISOString(),
  };
}
