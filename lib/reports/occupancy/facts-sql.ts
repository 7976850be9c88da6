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

/** The most days of one statement: the days on which a firm is there are the bits of one number. */
export const MOST_DAYS = 60;

/** The smallest places that a tree has sums of: buildings, parks, or the scope alone. */
export type TreeStep = "BUILDING" | "PARK" | "SCOPE";

/** What the parts of the query behind a tree are made of. */
export interface TreeParts {
  /** The days asked for, in ascending order, and the day 12 months after each, as `date[]`. */
  days: Prisma.Sql;
  horizons: Prisma.Sql;
  first: Prisma.Sql;
  last: Prisma.Sql;
  /** What is summed by: a unit's building or park, or nothing. */
  place: Prisma.Sql;
  /** Which units, by reach and scope. */
  within: Prisma.Sql;
  /** The same two of `lease_line_facts`, named `f`. */
  linePlace: Prisma.Sql;
  lineWithin: Prisma.Sql;
}

interface Lettings {
  /** What is kept of a line in force on a day, from which tables, and when. */
  line: Prisma.Sql;
  inForce: Prisma.Sql;
}

function toLettings(dates: CivilDate[], within: Prisma.Sql): Lettings {
  const ordered = [...dates].sort();
  const [first, last] = [ordered[0] ?? null, ordered.at(-1) ?? null];
  return {
    line: Prisma.sql`d, l.lease_id, l.unit_id, l.area, l.in_force_from, s.ends_on, s.moved_in_on,
    s.enterprise_id, s.sublease_of_id, coalesce(b.branch_of_id, s.enterprise_id) AS tenant, u.park_id, u.building_id,
    u.area AS unit_area, u.availability = 'LETTABLE' AS lettable`,
    inForce: Prisma.sql`FROM days
      JOIN lease_lines l ON l.in_force_from <= d AND (l.in_force_to IS NULL OR l.in_force_to >= d)
      JOIN leases s ON s.id = l.lease_id
      JOIN units u ON u.id = l.unit_id AND u.valid_from <= d AND (u.valid_to IS NULL OR u.valid_to > d)
      LEFT JOIN enterprises b ON b.id = s.enterprise_id AND b.branch_of_id IS NOT NULL
      WHERE l.in_force_from <= ${last}::date AND (l.in_force_to IS NULL OR l.in_force_to >= ${first}::date)
        AND ${within}`,
  };
}

/**
 * The head of the queries that ask who is let to, up to and with a comma: the days asked for, and `walked`, what
 * allocate.ts says of the lines of shared units in force on each, walked in turn.
 */
export function sharedLettingSql(
  viewer: Viewer,
  dates: CivilDate[],
  { scope, knownAt }: ReportOptions,
  alsoKnown: RecordedTable[] = [],
  within: Prisma.Sql = inScope(viewer, scope, "u"),
): Prisma.Sql {
  const { line, inForce } = toLettings(dates, within);
  return Prisma.sql`WITH ${asKnown(knownAt, [...LETTING_TABLES, ...alsoKnown])}
    days AS (SELECT unnest(${dates}::date[]) AS d),
    shared AS MATERIALIZED (SELECT ${line} ${inForce} AND NOT l.exclusive),
    turns AS (
      SELECT f.*, CASE WHEN head.lease_id IS NULL THEN f.area ELSE 0 END AS claimed
      FROM shared f LEFT JOIN shared head
        ON head.d = f.d AND head.unit_id = f.unit_id AND head.lease_id = f.sublease_of_id),
    walked AS (
      SELECT d, lease_id, unit_id, area, in_force_from, ends_on, moved_in_on, enterprise_id, sublease_of_id, tenant,
        park_id, building_id, unit_area, lettable,
        greatest(0, least(claimed, unit_area - (sum(claimed) OVER turn - claimed))) AS allocated
      FROM turns
      WINDOW turn AS (PARTITION BY d, unit_id ORDER BY in_force_from, lease_id ROWS UNBOUNDED PRECEDING)), `;
}

/**
 * The head of the queries that list lettings, up to and with a comma: the days asked for, and `allocated`, what
 * allocate.ts says of the lines in force on each, a row a line and day. Rows are only walked in turn on shared
 * units: on an exclusive one lease_lines_let_once leaves a single line, and lease_lines_within_head keeps subleases,
 * which claim nothing, inside it. A query that names `allocated` once reads it as it comes, without keeping it.
 */
export function lettingSql(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions,
  alsoKnown: RecordedTable[] = [],
  within: Prisma.Sql = inScope(viewer, options.scope, "u"),
): Prisma.Sql {
  const { line, inForce } = toLettings(dates, within);
  return Prisma.sql`${sharedLettingSql(viewer, dates, options, alsoKnown, within)}
    allocated AS (
      SELECT ${line}, CASE WHEN l.sublease THEN 0 ELSE least(l.area, u.area) END AS allocated
      ${inForce} AND l.exclusive
      UNION ALL
      TABLE walked), `;
}

/** The lines that commit lettable units beyond their occupation on each day, named (allocate.ts, listCommitments). */
export function futureSql(dates: CivilDate[], within: Prisma.Sql): Prisma.Sql {
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
        AND ${within}),
    commitments AS (
      SELECT f.* FROM future f
      WHERE f.sublease_of_id IS NULL OR (
        NOT EXISTS (
          SELECT FROM lease_lines head WHERE head.unit_id = f.unit_id AND head.lease_id = f.sublease_of_id
            AND head.in_force_from <= f.d AND (head.in_force_to IS NULL OR head.in_force_to >= f.d))
        AND NOT EXISTS (
          SELECT FROM future head
          WHERE head.d = f.d AND head.unit_id = f.unit_id AND head.lease_id = f.sublease_of_id))), `;
}
