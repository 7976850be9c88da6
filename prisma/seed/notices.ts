import { notify } from "@/lib/domain/notifications/service";
import { db } from "@/lib/platform/db/client";

/** What the sample's firm user was told when they were let in: a notice, and a mail that is kept. */
export async function loadNotices(userId: string | undefined): Promise<void> {
  const [firm] = await db.userEnterprise.findMany({
    where: { userId },
    select: { id: true, enterprise: { select: { nameZh: true, nameEn: true } } },
  });
  if (!userId || !firm) throw new Error("The sample zone has no firm user");
  const about = { params: { firm: firm.enterprise }, href: "/portal", key: `joined/${firm.id}` };
  await db.$transaction((tx) => notify(tx, { kind: "JOIN_CONFIRMED", userIds: [userId], ...about }));
}
