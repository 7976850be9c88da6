import "server-only";
import type { Db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Who acts for the firms: the ids of those who may sign in, or will, by the firm's. */
export async function listFirmUserIds(
  on: Db,
  firms: Prisma.EnterpriseWhereInput,
): Promise<Map<string, string[]>> {
  const rows = await on.userEnterprise.findMany({
    where: { enterprise: firms, user: { status: { not: "SUSPENDED" }, role: "ENTERPRISE" } },
    orderBy: { id: "asc" },
    select: { enterpriseId: true, userId: true },
  });
  const people = new Map<string, string[]>();
  for (const { enterpriseId, userId } of rows)
    people.set(enterpriseId, [...(people.get(enterpriseId) ?? []), userId]);
  return people;
}
