import "server-only";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ReturnExemption } from "@/lib/platform/db/generated/enums";

/** `placeIds`: the parks where the firm is in body. */
export type Asked = {
  enterpriseId: string;
  parkId: string;
  placeIds: string[];
  exemption: ReturnExemption | null;
};

export type AskedOf = {
  referenceOn: CivilDate;
  parkId: string | null;
  leaveRegisteredOnly: boolean;
  leavePublicBodies: boolean;
};

/**
 * Who is asked: the firms that lease, are present, employ or are registered in the round's park, or the zone, on its
 * reference date; each once, with the park where it holds most. Of a firm and its branches one is asked, as one
 * tenant is counted: the firm itself where it is there in body, else the largest branch. Those that the round's rules
 * leave out are told with their reason.
 */
export async function listAsked(on: Db, { referenceOn, parkId, ...rules }: AskedOf): Promise<Asked[]> {
  const day = Prisma.sql`${referenceOn}::date`;
  const here = (park: Prisma.Sql) => (parkId ? Prisma.sql`AND ${park} = ${parkId}::uuid` : Prisma.empty);
  return on.$queryRaw<Asked[]>(Prisma.sql`
    WITH ways AS (
      SELECT s.enterprise_id, u.park_id, sum(CASE WHEN l.sublease THEN 0 ELSE least(l.area, u.area) END) AS area,
        true AS body
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id
      JOIN units u ON u.id = l.unit_id AND u.valid_from <= ${day} AND (u.valid_to IS NULL OR u.valid_to > ${day})
      WHERE l.in_force_from <= ${day} AND (l.in_force_to IS NULL OR l.in_force_to >= ${day})
        ${here(Prisma.sql`u.park_id`)}
      GROUP BY 1, 2
      UNION ALL
      SELECT p.enterprise_id, p.park_id, 0, p.kind <> 'REGISTERED'
      FROM presences p
      WHERE p.from_on <= ${day} AND (p.to_on IS NULL OR p.to_on >= ${day}) ${here(Prisma.sql`p.park_id`)}),
    places AS (
      SELECT enterprise_id, park_id, sum(area) AS area, bool_or(body) AS body FROM ways GROUP BY 1, 2),
    bodies AS (
      SELECT enterprise_id, array_agg(park_id::text ORDER BY park_id) AS ids FROM places WHERE body GROUP BY 1),
    tenants AS (
      SELECT DISTINCT ON (coalesce(e.branch_of_id, e.id)) e.id, p.park_id, p.body, e.public_body
      FROM places p JOIN enterprises e ON e.id = p.enterprise_id AND e.merged_into_id IS NULL
      ORDER BY coalesce(e.branch_of_id, e.id), p.body DESC, e.branch_of_id IS NULL DESC, p.area DESC, p.park_id, e.id)
    SELECT id AS "enterpriseId", park_id AS "parkId",
      coalesce(bodies.ids, '{}') AS "placeIds",
      CASE WHEN NOT body AND ${rules.leaveRegisteredOnly} THEN 'REGISTERED_ONLY'
        WHEN public_body AND ${rules.leavePublicBodies} THEN 'PUBLIC_BODY' END AS exemption
    FROM tenants LEFT JOIN bodies ON bodies.enterprise_id = tenants.id ORDER BY id`);
}
