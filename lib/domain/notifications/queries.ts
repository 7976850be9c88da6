import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { assertCan, can } from "../permissions";
import { type NotificationDto, notificationSelect, toNotification } from "./dto";
import { type ChoosableKind, isChoosable, kindsOf, toWay, type Way } from "./rules";
import type { NotificationListParams } from "./schema";
import { notificationScope } from "./scope";

/** What the viewer was told, newest first, a page of it. */
export async function listNotifications(
  viewer: Viewer,
  params: NotificationListParams,
): Promise<Page<NotificationDto>> {
  assertCan(viewer, "notifications.read");
  const where: Prisma.NotificationWhereInput = {
    AND: [notificationScope(viewer), params.show === "unread" ? { readAt: null } : {}],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const [rows, total] = await Promise.all([
    db.notification.findMany({
      where,
      select: notificationSelect,
      orderBy: [{ createdAt: direction }, { id: direction }],
      skip: offsetOf(params),
      take: params.pageSize,
    }),
    db.notification.count({ where }),
  ]);
  return { rows: rows.map(toNotification), total };
}

/** The way of each kind that the viewer's role is told of, and whether they have an address for their calendar. */
export async function getNotificationSettings(viewer: Viewer) {
  assertCan(viewer, "notifications.read");
  const userId = viewer.userId;
  const kinds = kindsOf(viewer.role);
  const [choices, calendar] = userId
    ? await Promise.all([
        db.notificationChoice.findMany({ where: { userId } }),
        db.notificationCalendar.findUnique({ where: { userId }, select: { createdAt: true } }),
      ])
    : [[], null];
  const chosen = new Map(choices.flatMap((row) => (isChoosable(row.kind) ? [[row.kind, row] as const] : [])));
  return {
    ways: kinds.map((kind): { kind: ChoosableKind; way: Way } => ({ kind, way: toWay(chosen.get(kind)) })),
    calendarSince: calendar?.createdAt.toISOString() ?? null,
    can: { openCalendar: can(viewer, "notifications.openCalendar") },
  };
}
