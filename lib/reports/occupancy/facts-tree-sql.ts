import "server-only";
import { EXPIRING_MONTHS } from "@/lib/domain/leases/rules";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addMonths, type CivilDate } from "@/lib/platform/dates/civil";
import { Prisma } from "@/lib/platform/db/generated/client";
import { asKnown } from "@/lib/reports/facts-clock";
import { inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import {
  commitmentRows,
  commitmentsSql,
  renewalRows,
  renewalsSql,
} from "@/lib/reports/occupancy/facts-ahead-sql";
import { dayLineRows, dayStays, dayStockRows } from "@/lib/reports/occupancy/facts-day-sql";
import { lineFactsAsKnown } from "@/lib/reports/occupancy/facts-lines-sql";
import { LETTING_TABLES, type TreeParts, type TreeStep } from "@/lib/reports/occupancy/facts-sql";
import { countRows, lineStays, tenantsSql } from "@/lib/reports/occupancy/facts-tenants-sql";

/** The place that a row belongs to, of a table that names its park and building. */
function placeOf(by: TreeStep, table: "u" | "f"): Prisma.Sql {
  if (by === "SCOPE") return Prisma.sql`NULL::uuid`;
  return Prisma.raw(by === "PARK" ? `${table}.park_id` : `${table}.building_id`);
}

/**
 * The query behind a tree of places, or behind the scope as a whole, on some days in ascending order. It answers
 * rows of sums, several for a place and day, and rows that count tenants.
 *
 * No line is looked at once a day. Lines are added up by the dates between which they count; those dates become
 * numbers of days asked for (a line counts on day k when `after < k ≤ until`), and only the sums meet the days.
 * Lines of shared units alone are walked in turn, as in allocate.ts: on an exclusive unit lease_lines_let_once
 * leaves one, and lease_lines_within_head keeps subleases, which claim nothing, inside it.
 */
export function treeSql(
  viewer: Viewer,
  days: CivilDate[],
  { scope, knownAt }: ReportOptions,
  by: TreeStep,
): Prisma.Sql {
  const horizons = days.map((day) => addMonths(day, EXPIRING_MONTHS));
  const parts: TreeParts = {
    days: Prisma.sql`${days}::date[]`,
    horizons: Prisma.sql`${horizons}::date[]`,
    first: Prisma.sql`${days[0] ?? null}::date`,
    last: Prisma.sql`${days.at(-1) ?? null}::date`,
    place: placeOf(by, "u"),
    within: inScope(viewer, scope, "u"),
    linePlace: placeOf(by, "f"),
    lineWithin: inScope(viewer, scope, "f"),
  };
  const single = days.length === 1;
  return Prisma.sql`WITH RECURSIVE ${asKnown(knownAt, LETTING_TABLES)} ${lineFactsAsKnown(knownAt)}
    days AS (SELECT k::int, d, horizon FROM unnest(${parts.days}, ${parts.horizons}) WITH ORDINALITY AS t (d, horizon, k)),
    ${single ? Prisma.empty : Prisma.sql`${stockSql(parts)} ${linesSql(parts)}`} ${sharedSql(parts)} ${commitmentsSql(parts)} ${renewalsSql(parts)}
    ${tenantsSql(viewer, scope, by, parts, single ? dayStays(parts) : lineStays)}
    SELECT r.d::text, ${by === "PARK" ? Prisma.sql`r.place_id AS "parkId", NULL` : Prisma.sql`b.park_id AS "parkId", r.place_id`} AS "buildingId", NULL AS level, 0 AS tenants,
      0 AS registered, r.areas::text[], r.counts::int[]
    FROM (${single ? dayStockRows(parts) : stockRows} UNION ALL ${single ? dayLineRows(parts) : lineRows} UNION ALL ${sharedRows} UNION ALL ${commitmentRows}
      UNION ALL ${renewalRows(parts)}) AS r
    LEFT JOIN buildings b ON b.id = r.place_id
    UNION ALL ${countRows}`;
}

function stockSql({ place, within }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    stock AS (
      SELECT ${place} AS place_id, u.valid_from, u.valid_to, sum(u.area) AS area, count(*) AS units,
        sum(u.seats) AS seats
      FROM units u WHERE u.availability = 'LETTABLE' AND ${within} GROUP BY 1, 2, 3),`;
}

/** Units in the order of Sums: see SUM_ORDER in facts-tree.ts. */
const stockRows = Prisma.sql`
  SELECT d, place_id, ARRAY[sum(area)] AS areas, ARRAY[sum(units), NULL, NULL, sum(seats)]::bigint[] AS counts
  FROM days JOIN stock ON valid_from <= d AND (valid_to IS NULL OR valid_to > d) GROUP BY 1, 2`;

/** Lines of exclusive units. What WALE weighs is kept as Σ area × (end − a fixed day), from which days are taken. */
function linesSql({ days, horizons, first, last, linePlace, lineWithin }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    lines AS (
      SELECT ${linePlace} AS place_id, coalesce(b.branch_of_id, f.enterprise_id) AS tenant, f.begins, f.ends,
        f.in_force_to, f.ends_on, f.break_on,
        sum(f.claimed) FILTER (WHERE f.counts)::bigint AS claimed,
        sum(f.allocated) FILTER (WHERE f.counts)::bigint AS allocated,
        sum(f.allocated) FILTER (WHERE f.counts AND f.assumed)::bigint AS assumed,
        count(*) FILTER (WHERE f.counts) AS units,
        count(*) FILTER (WHERE f.counts AND f.fills) AS full_units,
        sum(f.seats) FILTER (WHERE f.counts) AS seats
      FROM lease_line_facts f
      LEFT JOIN enterprises b ON b.id = f.enterprise_id AND b.branch_of_id IS NOT NULL
      WHERE f.exclusive AND f.begins <= ${last} AND (f.ends IS NULL OR f.ends >= ${first}) AND ${lineWithin}
      GROUP BY 1, 2, 3, 4, 5, 6, 7),
    spans AS MATERIALIZED (
      SELECT lines.*, width_bucket(begins - 1, ${days}) AS after,
        coalesce(width_bucket(ends, ${days}), cardinality(${days})) AS until,
        width_bucket(ends_on, ${days}) AS term_until,
        coalesce(width_bucket(break_on - 1, ${days}), 0) AS break_until,
        coalesce(width_bucket(in_force_to - 1, ${horizons}), cardinality(${days})) AS freeing_after,
        coalesce(width_bucket(in_force_to - 1, ${days}), 0) AS freeing_until
      FROM lines),
    groups AS (
      SELECT place_id, after, until, term_until, break_until, freeing_after, freeing_until,
        sum(claimed) / 100.0 AS claimed, sum(allocated) / 100.0 AS allocated, sum(assumed) / 100.0 AS assumed,
        sum(units) AS units, sum(full_units) AS full_units, sum(seats) AS seats,
        sum(claimed * (ends_on - DATE '2000-01-01')) / 100.0 AS ends, sum(claimed * (break_on - ends_on)) / 100.0 AS sooner
      FROM spans WHERE after < until AND claimed IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7),`;
}

const daysLeft = Prisma.sql`sum(ends - claimed * (d - DATE '2000-01-01')) FILTER (WHERE k <= term_until)`;

const lineRows = Prisma.sql`
  SELECT d, place_id, ARRAY[NULL, sum(allocated), sum(allocated),
      sum(allocated) FILTER (WHERE k > freeing_after AND k <= freeing_until),
      sum(allocated) FILTER (WHERE k > term_until), sum(assumed), sum(claimed) FILTER (WHERE k <= term_until),
      ${daysLeft}, ${daysLeft} + coalesce(sum(sooner) FILTER (WHERE k <= least(term_until, break_until)), 0),
      ${daysLeft}],
    ARRAY[NULL, sum(units), sum(full_units), NULL, sum(seats)]::bigint[]
  FROM days JOIN groups ON after < k AND k <= until GROUP BY 1, 2`;

/** Lines of shared units, a row a line and day: what each claims, and what those whose turn came before it claim. */
function sharedSql({ first, last, place, within }: TreeParts): Prisma.Sql {
  return Prisma.sql`
    shared AS MATERIALIZED (
      SELECT k, d, horizon, l.lease_id, l.unit_id, ${place} AS place_id, l.area, l.seats, l.in_force_from,
        l.in_force_to, s.ends_on, s.break_on, s.moved_in_on, s.sublease_of_id, u.area AS unit_area,
        u.seats AS unit_seats, u.availability = 'LETTABLE' AS lettable,
        coalesce(b.branch_of_id, s.enterprise_id) AS tenant
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
      LEFT JOIN enterprises b ON b.id = s.enterprise_id AND b.branch_of_id IS NOT NULL
      JOIN days ON l.in_force_from <= d AND (l.in_force_to IS NULL OR l.in_force_to >= d)
        AND u.valid_from <= d AND (u.valid_to IS NULL OR u.valid_to > d)
      WHERE NOT l.exclusive AND l.in_force_from <= ${last} AND (l.in_force_to IS NULL OR l.in_force_to >= ${first})
        AND ${within}),
    turns AS (
      SELECT f.*, CASE WHEN head.lease_id IS NULL THEN f.area ELSE 0 END AS claimed
      FROM shared f LEFT JOIN shared head
        ON head.k = f.k AND head.unit_id = f.unit_id AND head.lease_id = f.sublease_of_id),
    walked AS MATERIALIZED (
      SELECT turns.*, sum(claimed) OVER turn - claimed AS before,
        greatest(0, least(claimed, unit_area - (sum(claimed) OVER turn - claimed))) AS allocated
      FROM turns
      WINDOW turn AS (PARTITION BY k, unit_id ORDER BY in_force_from, lease_id ROWS UNBOUNDED PRECEDING)),`;
}

const sharedRows = Prisma.sql`
  SELECT a.d, a.place_id, ARRAY[NULL, sum(allocated), sum(allocated),
      sum(allocated) FILTER (WHERE a.in_force_to > a.d AND a.in_force_to <= a.horizon AND r.lease_id IS NULL),
      sum(allocated) FILTER (WHERE a.ends_on < a.d), sum(allocated) FILTER (WHERE a.moved_in_on IS NULL),
      sum(claimed) FILTER (WHERE a.ends_on >= a.d), sum(claimed * (a.ends_on - a.d)) FILTER (WHERE a.ends_on >= a.d),
      sum(claimed * (CASE WHEN a.break_on > a.d THEN a.break_on ELSE a.ends_on END - a.d))
        FILTER (WHERE a.ends_on >= a.d),
      sum(claimed * (greatest(a.ends_on, r.ends_on) - a.d)) FILTER (WHERE a.ends_on >= a.d)],
    ARRAY[NULL, count(*) FILTER (WHERE claimed > 0 AND before = 0),
      count(*) FILTER (WHERE claimed > 0 AND before < unit_area AND before + claimed >= unit_area), NULL,
      sum(a.seats) FILTER (WHERE claimed > 0 AND unit_seats IS NOT NULL)]::bigint[]
  FROM walked a LEFT JOIN renewed r ON r.k = a.k AND r.unit_id = a.unit_id AND r.lease_id = a.lease_id
  WHERE lettable GROUP BY 1, 2`;
