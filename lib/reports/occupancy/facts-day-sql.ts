import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { TreeParts } from "@/lib/reports/occupancy/facts-sql";

/**
 * What stockSql, linesSql and lineStays say of many days, for a single one, in the same order of Sums. One day needs
 * no grouping by the dates of lines, which is most of what many cost: what counts on it is added up as it is read.
 */
export function dayStockRows({ first, place, within }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    SELECT ${first} AS d, ${place} AS place_id, ARRAY[sum(u.area)] AS areas,
      ARRAY[count(*), NULL, NULL, sum(u.seats)]::bigint[] AS counts
    FROM units u WHERE u.availability = 'LETTABLE' AND u.valid_from <= ${first}
      AND (u.valid_to IS NULL OR u.valid_to > ${first}) AND ${within} GROUP BY 2`;
}

export function dayLineRows({ first, horizons, linePlace, lineWithin }: TreeParts): Prisma.Sql {
  const inTerm = Prisma.sql`f.ends_on >= ${first}`;
  return Prisma.sql`
    SELECT ${first}, place_id, ARRAY[NULL, allocated, allocated, freeing, holdover, assumed, claimed, left_days,
        left_days + coalesce(sooner, 0), left_days], ARRAY[NULL, units, full_units, NULL, seats]::bigint[]
    FROM (
      SELECT ${linePlace} AS place_id, sum(f.allocated) / 100.0 AS allocated,
        sum(f.allocated) FILTER (WHERE f.in_force_to > ${first} AND f.in_force_to <= (${horizons})[1]) / 100.0 AS freeing,
        sum(f.allocated) FILTER (WHERE f.ends_on < ${first}) / 100.0 AS holdover,
        sum(f.allocated) FILTER (WHERE f.assumed) / 100.0 AS assumed,
        sum(f.claimed) FILTER (WHERE ${inTerm}) / 100.0 AS claimed,
        sum(f.claimed * (f.ends_on - ${first})) FILTER (WHERE ${inTerm}) / 100.0 AS left_days,
        sum(f.claimed * (f.break_on - f.ends_on)) FILTER (WHERE ${inTerm} AND f.break_on > ${first}) / 100.0 AS sooner,
        count(*) AS units, count(*) FILTER (WHERE f.fills) AS full_units, sum(f.seats) AS seats
      FROM lease_line_facts f
      WHERE f.exclusive AND f.counts AND f.begins <= ${first} AND (f.ends IS NULL OR f.ends >= ${first})
        AND ${lineWithin}
      GROUP BY 1) AS let`;
}

export function dayStays({ first, linePlace, lineWithin }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    SELECT ${linePlace} AS place_id, coalesce(b.branch_of_id, f.enterprise_id) AS tenant, 1::bigint AS here
    FROM lease_line_facts f
    LEFT JOIN enterprises b ON b.id = f.enterprise_id AND b.branch_of_id IS NOT NULL
    WHERE f.exclusive AND f.begins <= ${first} AND (f.ends IS NULL OR f.ends >= ${first}) AND ${lineWithin}`;
}
