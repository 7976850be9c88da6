import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown, type RecordedTable } from "@/lib/reports/facts-clock";
import { inScope, type ReportOptions } from "@/lib/reports/facts-reach";

export const LETTING_TABLES: RecordedTable[] = [
  "units",
  "leases",
  "lease_lines",
  "enterprises",
  "presences",
  "parks",
  "buildings",
  "floors",
];

/** What the parts of the query are made of. */
export interface TreeParts {
  /** The days asked for, in ascending order, and the day 12 months after each, as `date[]`. */
  days: Prisma.Sql;
  horizons: Prisma.Sql;
  first: Prisma.Sql;
  last: Prisma.Sql;
  /** What is summed by: a unit's building, or nothing. */
  place: Prisma.Sql;
  /** Which units, by reach and scope. */
  within: Prisma.Sql;
}

/**
 * The head of every letting query, up to and with a comma: the days asked for, and what allocate.ts says of the
 * lines in force on each. `claimed` is a line's area, 0 for a sublease inside its head; `before` what lines whose
 * turn came first claim of the unit; `allocated` its part of the unit's area. One row a line and day.
 *
 * Only shared units are walked in turn: on an exclusive one lease_lines_let_once leaves a single line, and
 * lease_lines_within_head keeps subleases inside it.
 */
export function lettingSql(
  viewer: Viewer,
  dates: CivilDate[],
  { scope, knownAt }: ReportOptions,
  alsoKnown: RecordedTable[] = [],
): Prisma.Sql {
  const ordered = [...dates].sort();
  const [first, last] = [ordered[0] ?? null, ordered.at(-1) ?? null];
  return Prisma.sql`WITH RECURSIVE ${asKnown(knownAt, [...LETTING_TABLES, ...alsoKnown])}
    days AS (SELECT unnest(${dates}::date[]) AS d),
    spans AS MATERIALIZED (
      SELECT l.lease_id, l.unit_id, l.area, l.seats, l.in_force_from, l.in_force_to, l.exclusive, l.sublease,
        s.ends_on, s.break_on, s.moved_in_on, s.enterprise_id, s.sublease_of_id,
        coalesce(b.branch_of_id, s.enterprise_id) AS tenant, u.park_id, u.building_id, u.area AS unit_area,
        u.seats AS unit_seats, u.availability = 'LETTABLE' AS lettable, u.valid_from, u.valid_to
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
      LEFT JOIN enterprises b ON b.id = s.enterprise_id AND b.branch_of_id IS NOT NULL
      WHERE l.in_force_from <= ${last}::date AND (l.in_force_to IS NULL OR l.in_force_to >= ${first}::date)
        AND ${inScope(viewer, scope, "u")}),
    in_force AS (
      SELECT d, spans.* FROM days JOIN spans
        ON in_force_from <= d AND (in_force_to IS NULL OR in_force_to >= d)
        AND valid_from <= d AND (valid_to IS NULL OR valid_to > d)),
    claims AS (
      SELECT f.*, CASE WHEN sublease THEN 0 ELSE area END AS claimed, 0 AS before FROM in_force f WHERE exclusive
      UNION ALL
      SELECT turns.*, sum(claimed) OVER turn - claimed FROM (
        SELECT f.*, CASE WHEN head.lease_id IS NULL THEN f.area ELSE 0 END AS claimed
        FROM in_force f LEFT JOIN in_force head
          ON NOT head.exclusive AND head.d = f.d AND head.unit_id = f.unit_id AND head.lease_id = f.sublease_of_id
        WHERE NOT f.exclusive
      ) AS turns
      WINDOW turn AS (PARTITION BY d, unit_id ORDER BY in_force_from, lease_id ROWS UNBOUNDED PRECEDING)),
    allocated AS (
      SELECT claims.*, greatest(0, least(claimed, unit_area - before)) AS allocated FROM claims), `;
}

/**
 * Lines that commit lettable units beyond their occupation (allocate.ts, listCommitments): signed by the day, in
 * force later, no renewals, no subleases of a lease that is itself on the unit.
 */
export function commitmentsSql(viewer: Viewer, dates: CivilDate[], { scope }: ReportOptions): Prisma.Sql {
  const first = [...dates].sort()[0] ?? null;
  return Prisma.sql`
    future AS (
      SELECT d, l.unit_id, l.lease_id, l.area, s.sublease_of_id, s.enterprise_id, s.ends_on, s.moved_in_on,
        begins.on_day AS begins, u.park_id, u.building_id, u.area AS unit_area
      FROM days
      JOIN leases s ON s.signed_on <= d AND s.renewal_of_id IS NULL
        AND (s.terminated_on IS NULL OR s.terminated_on > d)
      JOIN lease_lines l ON l.lease_id = s.id
        AND (l.in_force_from > ${first}::date OR l.in_force_from IS NULL)
      CROSS JOIN LATERAL (SELECT greatest(coalesce(s.moved_in_on, s.starts_on), l.line_from) AS on_day) AS begins
      JOIN units u ON u.id = l.unit_id AND u.valid_from <= d AND (u.valid_to IS NULL OR u.valid_to > d)
        AND u.availability = 'LETTABLE'
      WHERE begins.on_day > d
        AND coalesce(least(CASE WHEN NOT s.holdover THEN s.ends_on END, s.moved_out_on, l.line_to) >= d, TRUE)
        AND ${inScope(viewer, scope, "u")}),
    commitments AS (
      SELECT f.* FROM future f
      LEFT JOIN lease_lines head ON head.unit_id = f.unit_id AND head.lease_id = f.sublease_of_id
        AND head.in_force_from <= f.d AND (head.in_force_to IS NULL OR head.in_force_to >= f.d)
      LEFT JOIN future next_head
        ON next_head.d = f.d AND next_head.unit_id = f.unit_id AND next_head.lease_id = f.sublease_of_id
      WHERE head.lease_id IS NULL AND next_head.lease_id IS NULL), `;
}

/**
 * The renewals of a line's unit signed by the day and not terminated since, however many times renewed
 * (renewals.ts): `renewed` has a row for each line that has one, with the last end along them.
 */
export function renewalsSql(): Prisma.Sql {
  return Prisma.sql`
    signed_renewals AS (
      SELECT d, s.id AS lease_id, s.renewal_of_id, l.unit_id, s.ends_on
      FROM days
      JOIN leases s ON s.renewal_of_id IS NOT NULL AND s.signed_on <= d
        AND (s.terminated_on IS NULL OR s.terminated_on > d)
      JOIN lease_lines l ON l.lease_id = s.id),
    renewal_chain AS (
      SELECT f.d, f.unit_id, f.lease_id AS root, r.lease_id, r.ends_on
      FROM in_force f
      JOIN signed_renewals r ON r.d = f.d AND r.unit_id = f.unit_id AND r.renewal_of_id = f.lease_id
      UNION
      SELECT c.d, c.unit_id, c.root, r.lease_id, r.ends_on
      FROM renewal_chain c
      JOIN signed_renewals r ON r.d = c.d AND r.unit_id = c.unit_id AND r.renewal_of_id = c.lease_id),
    renewed AS (
      SELECT d, unit_id, root AS lease_id, max(ends_on) AS ends_on FROM renewal_chain GROUP BY 1, 2, 3), `;
}
