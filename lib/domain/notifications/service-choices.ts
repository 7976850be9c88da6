import "server-only";
import { hashToken, newSecret } from "@/lib/platform/auth/token";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { forbidden, notFound } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import { kindsOf, toChoice } from "./rules";
import type { ChooseWaysInput, MarkReadInput } from "./schema";
import { notificationScope } from "./scope";

/** Notes that the viewer has read one notice of theirs, or all. @throws AppError NOT_FOUND for another's */
export async function markRead(viewer: Viewer, { id }: MarkReadInput) {
  return inChangeSet(viewer, "notifications.markRead", null, async (tx) => {
    const scope = notificationScope(viewer);
    if (id && !(await tx.notification.findFirst({ where: { AND: [scope, { id }] }, select: { id: true } }))) {
      throw notFound();
    }
    const { count } = await tx.notification.updateMany({
      where: { AND: [scope, id ? { id } : {}, { readAt: null }] },
      data: { readAt: new Date() },
    });
    return { count };
  });
}

/** Says how the viewer wants to be told of some kinds. What their role is never told of is passed over. */
export async function chooseWays(viewer: Viewer, { ways }: ChooseWaysInput) {
  return inChangeSet(viewer, "notifications.choose", null, async (tx) => {
    const userId = personOf(viewer);
    let count = 0;
    for (const kind of kindsOf(viewer.role)) {
      const way = ways[kind];
      if (!way) continue;
      const choice = toChoice(way);
      await tx.notificationChoice.upsert({
        where: { userId_kind: { userId, kind } },
        create: { userId, kind, ...choice },
        update: choice,
      });
      // A summary that is no longer wanted tells of nothing that waited for it.
      if (way !== "DIGEST") {
        const digestedAt = new Date();
        await tx.notification.updateMany({ where: { userId, kind, digestedAt: null }, data: { digestedAt } });
      }
      count += 1;
    }
    return { count };
  });
}

/**
 * Makes an address at which the viewer's calendar program finds their due dates, and shows it this one time. One made
 * before is dead from now on.
 */
export async function openCalendar(viewer: Viewer) {
  return inChangeSet(viewer, "notifications.openCalendar", null, async (tx) => {
    const userId = personOf(viewer);
    const secret = newSecret();
    const made = { tokenHash: hashToken(secret), createdAt: new Date() };
    await tx.notificationCalendar.upsert({ where: { userId }, create: { userId, ...made }, update: made });
    return { path: `/notifications/calendar/${secret}.ics` };
  });
}

/** Makes the address of the viewer's calendar answer nothing from the next request on. */
export async function closeCalendar(viewer: Viewer) {
  return inChangeSet(viewer, "notifications.closeCalendar", null, async (tx) => {
    const { count } = await tx.notificationCalendar.deleteMany({ where: { userId: personOf(viewer) } });
    return { count };
  });
}

/** Choices are people's: the installation itself has none. */
function personOf({ userId }: Viewer): string {
  if (userId === null) throw forbidden();
  return userId;
}
