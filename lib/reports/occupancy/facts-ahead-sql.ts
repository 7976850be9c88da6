import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { TreeParts } from "@/lib/reports/occupancy/facts-sql";

/**
 * Lines that commit lettable units beyond their occupation on each day (allocate.ts, listCommitments): signed by
 * it, in force later, no renewals, no subleases of a lease that is itself on the unit.
 */
export function commitmentsSql({ days, first, last, linePlace, lineWithin }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    future AS MATERIALIZED (
      SELECT f.unit_id, f.lease_id, f.claimed, f.allocated, f.counts, ${linePlace} AS place_id,
        width_bucket(f.ahead_from - 1, ${days}) AS after, width_bucket(f.ahead_until - 1, ${days}) AS until
      FROM lease_line_facts f WHERE f.ahead_from <= ${last} AND f.ahead_until > ${first} AND ${lineWithin}),
    crowded AS MATERIALIZED (
      SELECT unit_id FROM future WHERE after < until GROUP BY 1 HAVING count(*) > 1 OR NOT bool_and(counts)
      UNION
      SELECT f.unit_id FROM future f CROSS JOIN LATERAL (
        SELECT FROM lease_lines l WHERE l.unit_id = f.unit_id AND l.in_force_from <= (${days})[until]
          AND (l.in_force_to IS NULL OR l.in_force_to >= (${days})[after + 1]) LIMIT 1) AS let
      WHERE after < until),
    alone AS (
      SELECT place_id, after, until, sum(allocated) / 100.0 AS area FROM future
      WHERE after < until AND unit_id NOT IN (SELECT unit_id FROM crowded) GROUP BY 1, 2, 3),
    ahead AS MATERIALIZED (
      SELECT k, d, f.place_id, f.unit_id, f.lease_id, f.claimed / 100.0 AS area, s.sublease_of_id, u.area AS unit_area
      FROM future f JOIN days ON after < k AND k <= until
      JOIN leases s ON s.id = f.lease_id JOIN units u ON u.id = f.unit_id
      WHERE f.unit_id IN (SELECT unit_id FROM crowded)),
    signed AS (
      SELECT k, place_id, unit_id, unit_area, sum(area) AS area FROM (
        SELECT k, place_id, unit_id, unit_area, area FROM ahead WHERE sublease_of_id IS NULL
        UNION ALL
        SELECT f.k, f.place_id, f.unit_id, f.unit_area, f.area FROM ahead f
        LEFT JOIN ahead head ON head.k = f.k AND head.unit_id = f.unit_id AND head.lease_id = f.sublease_of_id
        LEFT JOIN lease_lines held ON held.unit_id = f.unit_id AND held.lease_id = f.sublease_of_id
          AND held.in_force_from <= f.d AND (held.in_force_to IS NULL OR held.in_force_to >= f.d)
        WHERE f.sublease_of_id IS NOT NULL AND head.lease_id IS NULL AND held.lease_id IS NULL
      ) AS claims GROUP BY 1, 2, 3, 4),
    taken AS (
      SELECT k, unit_id, sum(area) AS area FROM (
        SELECT k, l.unit_id, l.area FROM lease_lines l
        JOIN days ON l.in_force_from <= d AND (l.in_force_to IS NULL OR l.in_force_to >= d)
        WHERE l.exclusive AND NOT l.sublease AND l.unit_id IN (SELECT unit_id FROM crowded)
        UNION ALL
        SELECT k, unit_id, claimed FROM walked WHERE unit_id IN (SELECT unit_id FROM crowded)
      ) AS claims GROUP BY 1, 2),`;
}

/** What is signed beyond the occupation of each unit: a unit signed for once, and let to nobody then, at once. */
export const commitmentRows = Prisma.sql`
  SELECT d, place_id, ARRAY[NULL, NULL, sum(area)], ARRAY[]::bigint[]
  FROM alone JOIN days ON after < k AND k <= until GROUP BY 1, 2
  UNION ALL
  SELECT d, s.place_id, ARRAY[NULL, NULL, sum(least(s.area, s.unit_area - least(s.unit_area, coalesce(t.area, 0))))],
    ARRAY[]::bigint[]
  FROM signed s JOIN days USING (k) LEFT JOIN taken t USING (k, unit_id) GROUP BY 1, 2`;

/**
 * The renewals of a line's unit signed by each day and not terminated since, however many times renewed
 * (renewals.ts): `renewed` has a row for each line that has one, with the last end along them.
 */
export function renewalsSql({ days, last }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    signed_renewals AS (
      SELECT s.id AS lease_id, s.renewal_of_id, l.unit_id, s.ends_on, width_bucket(s.signed_on - 1, ${days}) AS after,
        coalesce(width_bucket(s.terminated_on - 1, ${days}), cardinality(${days})) AS until
      FROM leases s JOIN lease_lines l ON l.lease_id = s.id
      WHERE s.renewal_of_id IS NOT NULL AND s.signed_on <= ${last}),
    renewal_chain AS (
      SELECT unit_id, renewal_of_id AS root, lease_id, ends_on, after, until FROM signed_renewals
      WHERE after < until
      UNION
      SELECT c.unit_id, c.root, r.lease_id, r.ends_on, greatest(c.after, r.after), least(c.until, r.until)
      FROM renewal_chain c JOIN signed_renewals r ON r.unit_id = c.unit_id AND r.renewal_of_id = c.lease_id
      WHERE greatest(c.after, r.after) < least(c.until, r.until)),
    renewed AS (
      SELECT k, unit_id, root AS lease_id, max(ends_on) AS ends_on
      FROM renewal_chain JOIN days ON after < k AND k <= until GROUP BY 1, 2, 3),`;
}

/** What renewals change of the sums of exclusive lines: nothing renewed is freeing, and WALE runs to its last end. */
export function renewalRows({ place, within }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    SELECT d, ${place}, ARRAY[NULL, NULL, NULL,
        -sum(least(l.area, u.area)) FILTER (WHERE l.in_force_to > d AND l.in_force_to <= horizon),
        NULL, NULL, NULL, NULL, NULL,
        sum(l.area * (greatest(s.ends_on, r.ends_on) - s.ends_on)) FILTER (WHERE s.ends_on >= d)],
      ARRAY[]::bigint[]
    FROM renewed r JOIN days USING (k)
    JOIN lease_lines l ON l.lease_id = r.lease_id AND l.unit_id = r.unit_id AND l.exclusive AND NOT l.sublease
      AND l.in_force_from <= d AND (l.in_force_to IS NULL OR l.in_force_to >= d)
    JOIN leases s ON s.id = l.lease_id
    JOIN units u ON u.id = l.unit_id AND u.availability = 'LETTABLE' AND u.valid_from <= d
      AND (u.valid_to IS NULL OR u.valid_to > d)
    WHERE ${within} GROUP BY 1, 2`;
}
