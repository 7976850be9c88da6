import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { enterpriseScopeSql } from "../enterprises/queries-scope";

type LockedUnit = { id: string; parkId: string; area: Prisma.Decimal };

/** The park and area of the units named, locked in one order so that writers queue; @throws AppError NOT_FOUND if one is missing. */
export async function lockUnitsInScope(on: Db, viewer: Viewer, ids: string[]) {
  return toMap(ids, await on.$queryRaw<LockedUnit[]>(lockSql(viewer, ids, Prisma.empty)));
}

/** The same for a letting, which names a firm besides: one statement, since a write pays for each of them. */
export async function lockUnitsForFirm(on: Db, viewer: Viewer, ids: string[], enterpriseId: string) {
  const firm = Prisma.sql`, EXISTS (
    SELECT 1 FROM enterprises e WHERE e.id = ${enterpriseId}::uuid AND ${enterpriseScopeSql(viewer)}) AS "firmInReach"`;
  const rows = await on.$queryRaw<(LockedUnit & { firmInReach: boolean })[]>(lockSql(viewer, ids, firm));
  if (!rows[0]?.firmInReach) throw notFound();
  return toMap(ids, rows);
}

function lockSql(viewer: Viewer, ids: string[], besides: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT u.id, u.park_id AS "parkId", u.area ${besides} FROM units u
    WHERE u.id = ANY (${ids}::uuid[]) AND ${unitScopeSql(viewer)} ORDER BY u.id FOR NO KEY UPDATE OF u`;
}

function toMap(ids: string[], rows: LockedUnit[]): Map<string, LockedUnit> {
  if (rows.length < new Set(ids).size) throw notFound();
  return new Map(rows.map((unit) => [unit.id, unit]));
}

/** `unitScope` as a condition on `u`. A test holds the two equal. */
function unitScopeSql(viewer: Viewer): Prisma.Sql {
  if (viewer.enterpriseIds !== null) {
    return Prisma.sql`EXISTS (SELECT 1 FROM lease_lines m JOIN leases n ON n.id = m.lease_id
      WHERE m.unit_id = u.id AND n.enterprise_id = ANY (${[...viewer.enterpriseIds]}::uuid[]))`;
  }
  if (viewer.parkIds === null) return Prisma.sql`TRUE`;
  return Prisma.sql`u.park_id = ANY (${[...viewer.parkIds]}::uuid[])`;
}
