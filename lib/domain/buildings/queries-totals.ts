import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { containing } from "@/lib/platform/paging/containing";
import type { BuildingListParams } from "./schema";

/** How many buildings a list has, with their units and gross area. A test holds its conditions to the list's own. */
export async function countBuildings(
  { parkIds }: Viewer,
  { park, query }: BuildingListParams,
): Promise<{ total: number; units: number; grossArea: string }> {
  const text = containing(query);
  const conditions = [
    parkIds === null ? Prisma.sql`true` : Prisma.sql`b.park_id = ANY (${[...parkIds]}::uuid[])`,
    ...(park ? [Prisma.sql`b.park_id = (SELECT id FROM parks WHERE code = ${park})`] : []),
    ...(query
      ? [Prisma.sql`(b.code ILIKE ${text} OR b.name_zh ILIKE ${text} OR b.name_en ILIKE ${text})`]
      : []),
  ];
  const [sums] = await db.$queryRaw<{ total: number; units: number; grossArea: string }[]>`
    SELECT count(*)::int AS total, coalesce(sum(b.gross_area), 0)::numeric(20, 2)::text AS "grossArea",
      coalesce(sum((SELECT count(*) FROM units u WHERE u.building_id = b.id AND u.valid_to IS NULL)), 0)::int AS units
    FROM buildings b WHERE ${Prisma.join(conditions, " AND ")}`;
  return sums ?? { total: 0, units: 0, grossArea: "0.00" };
}
