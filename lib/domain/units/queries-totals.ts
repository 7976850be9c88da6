import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { containing } from "@/lib/platform/paging/containing";
import { customConditions } from "../custom-fields/queries-filters";
import type { CustomFilter } from "../custom-fields/rules";
import type { UnitListParams } from "./schema";

/**
 * How many units a list has, their area, and how much of each is let on the day, never more than it has. The list's
 * conditions stand here in SQL, so that the sum is one statement; a test holds them to the list's own.
 */
export async function countUnits(
  viewer: Viewer,
  params: UnitListParams,
  asOf: CivilDate,
  within?: { buildingId: string },
  custom: CustomFilter[] = [],
): Promise<{ total: number; area: string; occupied: string; free: string }> {
  const day = Prisma.sql`${asOf}::date`;
  const inForce = Prisma.sql`l.in_force_from <= ${day} AND (l.in_force_to IS NULL OR l.in_force_to >= ${day})`;
  const where = Prisma.join(
    [
      ...conditionsOf(viewer, params, day, inForce, within),
      ...customConditions(Prisma.sql`u.custom`, custom),
    ],
    " AND ",
  );
  const [sums] = await db.$queryRaw<{ total: number; area: string; occupied: string; free: string }[]>`
    WITH found AS (SELECT u.id, u.area, u.availability FROM units u WHERE ${where}),
    taken AS (
      SELECT l.unit_id, sum(l.area) AS area FROM lease_lines l JOIN leases s ON s.id = l.lease_id
      WHERE ${inForce} AND ${leaseScopeSql(viewer)} GROUP BY 1),
    each AS (
      SELECT f.area, f.availability, least(f.area, coalesce(taken.area, 0)) AS occupied
      FROM found f LEFT JOIN taken ON taken.unit_id = f.id)
    SELECT count(*)::int AS total, coalesce(sum(area), 0)::numeric(20, 2)::text AS area,
      coalesce(sum(occupied), 0)::numeric(20, 2)::text AS occupied,
      coalesce(sum(area - occupied) FILTER (WHERE availability = 'LETTABLE'), 0)::numeric(20, 2)::text AS free
    FROM each`;
  return sums ?? { total: 0, area: "0.00", occupied: "0.00", free: "0.00" };
}

function conditionsOf(
  viewer: Viewer,
  params: UnitListParams,
  day: Prisma.Sql,
  inForce: Prisma.Sql,
  within?: { buildingId: string },
): Prisma.Sql[] {
  const letThen = Prisma.sql`EXISTS (SELECT 1 FROM lease_lines l WHERE l.unit_id = u.id AND ${inForce})`;
  const conditions = [
    unitScopeSql(viewer),
    Prisma.sql`u.valid_from <= ${day} AND (u.valid_to IS NULL OR u.valid_to > ${day})`,
  ];
  if (within) conditions.push(Prisma.sql`u.building_id = ${within.buildingId}::uuid`);
  if (params.park)
    conditions.push(Prisma.sql`u.park_id = (SELECT id FROM parks WHERE code = ${params.park})`);
  if (params.building) {
    conditions.push(Prisma.sql`u.building_id IN (SELECT id FROM buildings WHERE code = ${params.building})`);
  }
  if (params.use) conditions.push(Prisma.sql`u.use = ${params.use}::unit_use`);
  if (params.availability) {
    conditions.push(Prisma.sql`u.availability = ${params.availability}::availability`);
  }
  if (params.status === "VACANT") conditions.push(Prisma.sql`u.availability = 'LETTABLE' AND NOT ${letThen}`);
  if (params.status === "LET") conditions.push(letThen);
  for (const word of params.query.split(/\s+/).filter(Boolean)) {
    const text = containing(word);
    conditions.push(Prisma.sql`(u.code ILIKE ${text}
      OR u.building_id IN (SELECT id FROM buildings
        WHERE code ILIKE ${text} OR name_zh ILIKE ${text} OR name_en ILIKE ${text})
      OR u.park_id IN (SELECT id FROM parks WHERE code ILIKE ${text}))`);
  }
  return conditions;
}

function unitScopeSql({ enterpriseIds, parkIds }: Viewer): Prisma.Sql {
  if (enterpriseIds !== null) {
    return Prisma.sql`EXISTS (SELECT 1 FROM lease_lines l JOIN leases s ON s.id = l.lease_id
      WHERE l.unit_id = u.id AND s.enterprise_id = ANY (${[...enterpriseIds]}::uuid[]))`;
  }
  return parkIds === null ? Prisma.sql`true` : Prisma.sql`u.park_id = ANY (${[...parkIds]}::uuid[])`;
}

function leaseScopeSql({ enterpriseIds, parkIds }: Viewer): Prisma.Sql {
  if (enterpriseIds !== null) return Prisma.sql`s.enterprise_id = ANY (${[...enterpriseIds]}::uuid[])`;
  return parkIds === null ? Prisma.sql`true` : Prisma.sql`s.park_id = ANY (${[...parkIds]}::uuid[])`;
}
