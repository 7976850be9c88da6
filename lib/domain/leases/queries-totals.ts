import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addMonths, type CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { fold } from "@/lib/platform/names/sort-keys";
import { containing } from "@/lib/platform/paging/containing";
import { EXPIRING_MONTHS } from "./rules";
import type { LeaseListParams } from "./schema";

/**
 * How many leases a list has, and their area: of each the lines that it consists of on the day, as `listLinesOn` says.
 * The list's conditions stand here in SQL, so that the sum is one statement; a test holds them to the list's own.
 */
export async function countLeases(
  viewer: Viewer,
  params: LeaseListParams,
  asOf: CivilDate,
): Promise<{ total: number; area: string }> {
  const where = Prisma.join(conditionsOf(viewer, params, asOf), " AND ");
  const [sums] = await db.$queryRaw<{ total: number; area: string }[]>`
    WITH found AS (
      SELECT s.id, least(greatest(${asOf}::date, coalesce(s.moved_in_on, s.starts_on)), ${endOf}) AS day
      FROM leases s WHERE ${where})
    SELECT (SELECT count(*)::int FROM found) AS total, (
      SELECT coalesce(sum(l.area), 0)::numeric(20, 2)::text
      FROM found s JOIN lease_lines l ON l.lease_id = s.id JOIN units u ON u.id = l.unit_id
      WHERE (l.line_from IS NULL OR l.line_from <= s.day) AND (l.line_to IS NULL OR s.day <= l.line_to)
        AND (u.valid_to IS NULL OR s.day < u.valid_to)) AS area`;
  return sums ?? { total: 0, area: "0.00" };
}

/** The last day in force, as `computeInForceTo` says; `least` passes over what is not there. */
const endOf = Prisma.sql`least(CASE WHEN s.holdover THEN NULL ELSE s.ends_on END, s.terminated_on, s.moved_out_on)`;

/** As `computeLeaseStatus` says. */
function statusOf(asOf: CivilDate): Prisma.Sql {
  const [day, soon] = [Prisma.sql`${asOf}::date`, Prisma.sql`${addMonths(asOf, EXPIRING_MONTHS)}::date`];
  return Prisma.sql`CASE
    WHEN coalesce(s.moved_in_on, s.starts_on) <= ${day} AND (${endOf} IS NULL OR ${day} <= ${endOf}) THEN
      CASE WHEN ${day} > s.ends_on THEN 'HOLDOVER' WHEN s.ends_on <= ${soon} THEN 'EXPIRING' ELSE 'IN_FORCE' END
    WHEN s.terminated_on <= ${day} AND (${endOf} IS NULL OR s.terminated_on <= ${endOf}) THEN 'TERMINATED'
    WHEN ${endOf} < ${day} THEN 'ENDED'
    WHEN s.signed_on <= ${day} THEN 'SIGNED' ELSE 'DRAFT' END`;
}

function conditionsOf(viewer: Viewer, params: LeaseListParams, asOf: CivilDate): Prisma.Sql[] {
  const conditions = [scopeOf(viewer)];
  if (params.park)
    conditions.push(Prisma.sql`s.park_id = (SELECT id FROM parks WHERE code = ${params.park})`);
  if (params.building) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM lease_lines l JOIN units u ON u.id = l.unit_id
      JOIN buildings b ON b.id = u.building_id WHERE l.lease_id = s.id AND b.code = ${params.building})`);
  }
  if (params.enterprise) conditions.push(Prisma.sql`s.enterprise_id = ${params.enterprise}::uuid`);
  if (params.endsBefore) conditions.push(Prisma.sql`s.ends_on <= ${params.endsBefore}::date`);
  if (params.renewed) {
    conditions.push(Prisma.sql`NOT EXISTS
      (SELECT 1 FROM leases r WHERE r.renewal_of_id = s.id AND r.signed_on <= ${asOf}::date)`);
  }
  if (params.status) conditions.push(Prisma.sql`${statusOf(asOf)} = ${params.status}`);
  if (params.query) {
    const text = containing(params.query);
    conditions.push(Prisma.sql`(s.lease_no ILIKE ${text}
      OR s.enterprise_id IN (SELECT id FROM enterprises WHERE search LIKE ${containing(fold(params.query))})
      OR EXISTS (SELECT 1 FROM lease_lines l JOIN units u ON u.id = l.unit_id
        WHERE l.lease_id = s.id AND u.code ILIKE ${text}))`);
  }
  return conditions;
}

function scopeOf({ enterpriseIds, parkIds }: Viewer): Prisma.Sql {
  if (enterpriseIds !== null) return Prisma.sql`s.enterprise_id = ANY (${[...enterpriseIds]}::uuid[])`;
  return parkIds === null ? Prisma.sql`true` : Prisma.sql`s.park_id = ANY (${[...parkIds]}::uuid[])`;
}
