import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";
import { inParkScope } from "@/lib/reports/facts-reach";
import type { TreeParts, TreeStep } from "@/lib/reports/occupancy/facts-sql";
import type { Scope } from "@/lib/reports/occupancy/types";

const bits = (after: Prisma.Sql, until: Prisma.Sql) =>
  Prisma.sql`(1::bigint << ${until}) - (1::bigint << ${after})`;

/** Who is where by lines of exclusive units. */
export const lineStays = Prisma.sql`
  SELECT place_id, tenant, ${bits(Prisma.sql`after`, Prisma.sql`until`)} AS here FROM spans WHERE after < until`;

/**
 * Distinct tenants on each day, and firms in the register alone (compute.ts, listTenants). The days on which a
 * tenant is there are the bits of one number, so that its many lines are one aggregate and not a row each a day.
 */
export function tenantsSql(
  viewer: Viewer,
  scope: Scope | undefined,
  by: TreeStep,
  { days, first, last }: TreeParts,
  ofLines: Prisma.Sql,
): Prisma.Sql {
  const stays = bits(
    Prisma.sql`width_bucket(p.from_on - 1, ${days})`,
    Prisma.sql`coalesce(width_bucket(p.to_on, ${days}), cardinality(${days}))`,
  );
  const head = Prisma.sql`
    place_firms AS MATERIALIZED (
      SELECT place_id, tenant, bit_or(here) AS here FROM (
        ${ofLines}
        UNION ALL SELECT place_id, tenant, 1::bigint << (k - 1) FROM shared
      ) AS stays GROUP BY 1, 2),
    present_firms AS MATERIALIZED (
      SELECT p.park_id, coalesce(e.branch_of_id, e.id) AS tenant,
        coalesce(bit_or(${stays}) FILTER (WHERE p.kind = 'PRESENT'), 0) AS here,
        coalesce(bit_or(${stays}) FILTER (WHERE p.kind = 'REGISTERED'), 0) AS registered
      FROM presences p JOIN enterprises e ON e.id = p.enterprise_id
      WHERE p.kind IN ('PRESENT', 'REGISTERED') AND p.from_on <= ${last} AND (p.to_on IS NULL OR p.to_on >= ${first})
        AND ${inParkScope(viewer, scope, "p")}
      GROUP BY 1, 2),`;
  const park = by === "BUILDING" ? Prisma.sql`b.park_id` : Prisma.sql`f.place_id`;
  return Prisma.sql`${head}
    park_firms AS MATERIALIZED (
      SELECT park_id, tenant, bit_or(here) AS here, bit_or(registered) AS registered FROM (
        SELECT ${park} AS park_id, f.tenant, f.here, 0::bigint AS registered
        FROM place_firms f LEFT JOIN buildings b ON b.id = f.place_id
        UNION ALL TABLE present_firms
      ) AS stays GROUP BY 1, 2),
    counted AS (
      SELECT 'ZONE' AS level, NULL::uuid AS park_id, NULL::uuid AS building_id, here, registered & ~here AS registered,
        count(*) AS firms
      FROM (
        SELECT bit_or(here) AS here, bit_or(registered) AS registered FROM park_firms GROUP BY tenant
      ) AS zone_firms GROUP BY 4, 5
      ${by === "SCOPE" ? Prisma.empty : countedByPark} ${by === "BUILDING" ? countedByBuilding : Prisma.empty})`;
}

const countedByPark = Prisma.sql`
  UNION ALL
  SELECT 'PARK', park_id, NULL, here, registered & ~here, count(*) FROM park_firms GROUP BY 2, 4, 5`;

const countedByBuilding = Prisma.sql`
  UNION ALL SELECT 'BUILDING', NULL, place_id, here, 0::bigint, count(*) FROM place_firms GROUP BY 3, 4`;

export const countRows = Prisma.sql`
  SELECT d::text, park_id, building_id, level, coalesce(sum(firms) FILTER (WHERE (here >> (k - 1)) & 1 = 1), 0)::int,
    coalesce(sum(firms) FILTER (WHERE (registered >> (k - 1)) & 1 = 1), 0)::int, '{}', '{}'
  FROM days CROSS JOIN counted GROUP BY d, level, park_id, building_id`;
