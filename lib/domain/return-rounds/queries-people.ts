import "server-only";
import type { Db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Who acts for a firm, by the language they read. */
export type FirmPeople = { enterpriseId: string; locale: "en" | "zh"; userIds: string[] };

/** The people of the firms, those who may sign in or will, each firm's once for each language among them. */
export async function listFirmPeople(on: Db, firms: Prisma.EnterpriseWhereInput): Promise<FirmPeople[]> {
  const rows = await on.userEnterprise.findMany({
    where: { enterprise: firms, user: { status: { not: "SUSPENDED" }, role: "ENTERPRISE" } },
    orderBy: { id: "asc" },
    select: { enterpriseId: true, userId: true, user: { select: { locale: true } } },
  });
  const groups = new Map<string, FirmPeople>();
  for (const { enterpriseId, userId, user } of rows) {
    const locale = user.locale === "zh" ? "zh" : "en";
    const key = `${enterpriseId} ${locale}`;
    const group = groups.get(key) ?? { enterpriseId, locale, userIds: [] };
    group.userIds.push(userId);
    groups.set(key, group);
  }
  return [...groups.values()];
}
