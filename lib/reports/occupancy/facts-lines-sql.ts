import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { KnownAt } from "@/lib/reports/facts-clock";

/**
 * What a row of `lease_line_facts` is, from the tables: a line with its place, its tenant, the days on which it counts
 * and what it then counts, in hundredths. The view `lease_line_facts_due`, by which triggers keep the table, says the
 * same; a test holds the two together.
 */
export const lineFactsDue = Prisma.sql`
  SELECT l.id AS line_id, l.lease_id, l.unit_id, u.park_id, u.building_id, s.enterprise_id, l.exclusive,
    u.availability = 'LETTABLE' AND NOT l.sublease AS counts, s.moved_in_on IS NULL AS assumed,
    l.area >= u.area AS fills, (l.area * 100)::bigint AS claimed, (least(l.area, u.area) * 100)::bigint AS allocated,
    CASE WHEN u.seats IS NOT NULL THEN l.seats END AS seats,
    CASE WHEN l.in_force_from IS NOT NULL THEN greatest(l.in_force_from, u.valid_from) END AS begins,
    CASE WHEN l.in_force_from IS NOT NULL THEN least(l.in_force_to, u.valid_to - 1) END AS ends,
    l.in_force_to, s.ends_on, s.break_on,
    CASE WHEN a.comes THEN a.ahead_from END AS ahead_from,
    CASE WHEN a.comes THEN a.ahead_until END AS ahead_until
  FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
  LEFT JOIN LATERAL (
    SELECT ahead_from, ahead_until,
      u.availability = 'LETTABLE' AND s.renewal_of_id IS NULL AND ahead_from < ahead_until AS comes
    FROM (SELECT greatest(s.signed_on, u.valid_from) AS ahead_from,
      least(greatest(coalesce(s.moved_in_on, s.starts_on), l.line_from), s.terminated_on, u.valid_to,
        least(CASE WHEN NOT s.holdover THEN s.ends_on END, s.moved_out_on, l.line_to) + 1) AS ahead_until
      WHERE s.signed_on IS NOT NULL) AS period) AS a ON TRUE`;

/** For an instant of the past, a stand-in for the table, which has no history: after those of `asKnown`. */
export function lineFactsAsKnown(knownAt: KnownAt): Prisma.Sql {
  return knownAt ? Prisma.sql`lease_line_facts AS (${lineFactsDue}),` : Prisma.empty;
}
