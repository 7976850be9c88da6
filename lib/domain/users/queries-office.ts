import "server-only";
import type { Db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** So many officers are told of one thing; a larger office shares its firms out. */
const MOST_TOLD = 20;

/**
 * Whom of the office something about a firm is told: whoever looks after it; else the officers who reach it; else, in an
 * office of administrators alone, those. What is of no known firm is told to who reaches the whole zone.
 */
export async function listOfficeFor(
  on: Db,
  { enterpriseId, ownerId }: { enterpriseId: string | null; ownerId: string | null },
): Promise<string[]> {
  const active = { status: "ACTIVE" as const, role: { in: ["ADMIN" as const, "OFFICER" as const] } };
  const find = async (where: Prisma.UserWhereInput) => {
    const rows = await on.user.findMany({
      where: { AND: [active, where] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_TOLD,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  };
  const owner = ownerId ? await find({ id: ownerId }) : [];
  if (owner.length > 0) return owner;
  const firm = { enterpriseId: enterpriseId ?? undefined };
  const there = {
    OR: [{ leases: { some: firm } }, { presences: { some: firm } }, { headcounts: { some: firm } }],
  };
  const reach = enterpriseId
    ? [{ allParks: true }, { parks: { some: { park: there } } }]
    : [{ allParks: true }];
  const officers = await find({ role: "OFFICER", OR: reach });
  return officers.length > 0 ? officers : find({ role: "ADMIN" });
}
