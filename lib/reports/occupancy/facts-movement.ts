import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { fromHundredths, toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { asKnown } from "@/lib/reports/facts-clock";
import { assertReports, inParkScope, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { RETURN_DAYS } from "@/lib/reports/occupancy/churn";
import { listLettableAreas } from "@/lib/reports/occupancy/facts";
import { lineFactsAsKnown } from "@/lib/reports/occupancy/facts-lines-sql";
import { closeGaps, type LeaseLife } from "@/lib/reports/occupancy/movement";
import type { Churn, Movement } from "@/lib/reports/occupancy/types";
import { toChains } from "@/lib/reports/occupancy/world";

export type Bridge = Movement & { churn: Omit<Churn, "exited"> };

/** What a lease won or lost on a day, m². */
type LeaseStep = { leaseId: string; on: CivilDate; area: string };

interface Row {
  opening: string;
  takeUp: string;
  terminations: string;
  tenants: number;
  exits: number;
  /** Of leases that renew or are renewed: the rest is summed already. */
  steps: LeaseStep[];
  leases: Omit<LeaseLife, "chainId">[];
}

/**
 * The movement bridge and the churn of (after, until]: computeMovement and computeChurn, summed by the database.
 * A lease that has to do with no renewal is a chain of its own, so its days are summed there; chains of several,
 * and the gaps within them, are left to movement.ts.
 */
export async function getBridge(
  viewer: Viewer,
  after: CivilDate,
  until: CivilDate,
  options: ReportOptions = {},
): Promise<Bridge> {
  assertReports(viewer);
  if (after > until) throw new RangeError("A movement runs from an earlier day to a later one");
  const [row, [before = "0", behind = "0"]] = await Promise.all([
    fetchMovement(viewer, after, until, options),
    listLettableAreas(viewer, [after, until], options),
  ]);
  const chained = sumChains(row, after, until);
  const opening = toHundredths(row.opening);
  const takeUp = toHundredths(row.takeUp) + chained.takeUp;
  const terminations = toHundredths(row.terminations) + chained.terminations;
  return {
    opening: fromHundredths(opening),
    takeUp: fromHundredths(takeUp),
    terminations: fromHundredths(terminations),
    supplyChange: fromHundredths(toHundredths(behind) - toHundredths(before)),
    closing: fromHundredths(opening + takeUp - terminations),
    netAbsorption: fromHundredths(takeUp - terminations),
    churn: { tenants: row.tenants, exits: row.exits, rate: toRate(row.exits, row.tenants) },
  };
}

/** Steps of leases that renew one another, by chain, with their gaps closed. */
function sumChains({ steps, leases }: Row, after: CivilDate, until: CivilDate) {
  const chainOf = toChains(leases);
  const chains = new Map<string, Map<CivilDate, { on: CivilDate; area: number }>>();
  for (const { leaseId, on, area } of steps) {
    const chainId = chainOf(leaseId);
    const days = chains.get(chainId) ?? new Map<CivilDate, { on: CivilDate; area: number }>();
    chains.set(chainId, days);
    const step = days.get(on) ?? { on, area: 0 };
    days.set(on, step);
    step.area += toHundredths(area);
  }
  closeGaps(
    chains,
    leases.map((lease) => ({ ...lease, chainId: chainOf(lease.leaseId) })),
    after,
    until,
  );
  const areas = [...chains.values()].flatMap((days) => [...days.values()].map(({ area }) => area));
  return {
    takeUp: areas.reduce((sum, area) => sum + Math.max(area, 0), 0),
    terminations: areas.reduce((sum, area) => sum + Math.max(-area, 0), 0),
  };
}

async function fetchMovement(
  viewer: Viewer,
  after: CivilDate,
  until: CivilDate,
  { scope, knownAt }: ReportOptions,
): Promise<Row> {
  const [from, to] = [Prisma.sql`${after}::date`, Prisma.sql`${until}::date`];
  const within = inScope(viewer, scope, "u");
  const [row] = await db.$queryRaw<Row[]>`
    WITH ${asKnown(knownAt, ["units", "leases", "lease_lines", "enterprises", "presences"])} ${lineFactsAsKnown(knownAt)}
    lines AS MATERIALIZED (
      SELECT f.lease_id, coalesce(b.branch_of_id, f.enterprise_id) AS tenant, f.begins, f.ends,
        (sum(CASE WHEN f.exclusive AND f.counts THEN f.allocated ELSE 0 END) / 100.0)::numeric(20, 2) AS area
      FROM lease_line_facts f
      LEFT JOIN enterprises b ON b.id = f.enterprise_id AND b.branch_of_id IS NOT NULL
      WHERE f.begins <= ${to} + ${RETURN_DAYS}::int AND (f.in_force_to IS NULL OR f.in_force_to >= ${from})
        AND ${inScope(viewer, scope, "f")}
      GROUP BY 1, 2, 3, 4),
    ${sharedStepsSql(from, to, within)}
    steps AS (
      SELECT lease_id, on_day, sum(area) AS area FROM (
        SELECT lease_id, begins AS on_day, area FROM lines
        WHERE begins > ${from} AND begins <= ${to} AND (ends IS NULL OR ends >= begins)
        UNION ALL
        SELECT lease_id, ends + 1, -area FROM lines WHERE ends >= ${from} AND ends < ${to} AND ends >= begins
        UNION ALL
        SELECT lease_id, on_day, area FROM states WHERE on_day > ${from}
        UNION ALL
        SELECT lease_id, next_day, -area FROM states WHERE next_day IS NOT NULL
      ) AS moves GROUP BY 1, 2 HAVING sum(area) <> 0),
    renewing AS MATERIALIZED (
      SELECT id, renewal_of_id FROM leases WHERE renewal_of_id IS NOT NULL
        OR id IN (SELECT renewal_of_id FROM leases WHERE renewal_of_id IS NOT NULL)),
    lives AS (
      SELECT r.id, r.renewal_of_id, min(l.in_force_from) AS begins,
        max(l.in_force_to) FILTER (WHERE l.in_force_from IS NOT NULL) AS ends
      FROM renewing r JOIN lease_lines l ON l.lease_id = r.id JOIN units u ON u.id = l.unit_id
      WHERE ${within} GROUP BY 1, 2),
    plain AS (SELECT area FROM steps WHERE lease_id NOT IN (SELECT id FROM renewing)),
    ${churnSql(viewer, from, scope)}
    SELECT
      ((SELECT coalesce(sum(area), 0) FROM lines WHERE begins <= ${from} AND (ends IS NULL OR ends >= ${from}))
        + (SELECT coalesce(sum(area), 0) FROM states WHERE on_day = ${from}))::text AS opening,
      (SELECT coalesce(sum(area) FILTER (WHERE area > 0), 0)::text FROM plain) AS "takeUp",
      (SELECT coalesce(-sum(area) FILTER (WHERE area < 0), 0)::text FROM plain) AS terminations,
      (SELECT count(DISTINCT tenant)::int FROM opening) AS tenants,
      (SELECT count(DISTINCT tenant)::int FROM ends_of
        WHERE ends >= ${from} AND ends < ${to} AND coalesce(returns > ends + ${RETURN_DAYS}::int, TRUE)) AS exits,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('leaseId', lease_id, 'on', on_day, 'area', area::text)
        ORDER BY on_day, lease_id), '[]') FROM steps WHERE lease_id IN (SELECT id FROM renewing)) AS steps,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('leaseId', id, 'renewalOfId', renewal_of_id, 'from', begins,
        'to', ends)), '[]') FROM lives) AS leases`;
  if (!row) throw new Error("A query without FROM answers one row");
  return row;
}

/** What each lease has of shared units on the first day, and from each day on which such a unit changes to the next. */
function sharedStepsSql(from: Prisma.Sql, to: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    shared AS MATERIALIZED (
      SELECT l.lease_id, l.unit_id, l.area, l.in_force_from, l.in_force_to, s.sublease_of_id, u.area AS unit_area,
        greatest(l.in_force_from, u.valid_from) AS begins, least(l.in_force_to, u.valid_to - 1) AS ends
      FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
      WHERE NOT l.exclusive AND u.availability = 'LETTABLE' AND l.in_force_from <= ${to}
        AND (l.in_force_to IS NULL OR l.in_force_to >= ${from}) AND ${within}),
    change_days AS (
      SELECT unit_id, on_day, lead(on_day) OVER (PARTITION BY unit_id ORDER BY on_day) AS next_day FROM (
        SELECT unit_id, ${from} AS on_day FROM shared
        UNION SELECT unit_id, begins FROM shared WHERE begins > ${from} AND begins <= ${to}
        UNION SELECT unit_id, ends + 1 FROM shared WHERE ends >= ${from} AND ends < ${to}
      ) AS days),
    shared_days AS (
      SELECT s.*, on_day, next_day FROM change_days JOIN shared s USING (unit_id)
      WHERE begins <= on_day AND (ends IS NULL OR ends >= on_day)),
    turns AS (
      SELECT f.*, CASE WHEN head.lease_id IS NULL THEN f.area ELSE 0 END AS claimed
      FROM shared_days f LEFT JOIN shared_days head
        ON head.unit_id = f.unit_id AND head.on_day = f.on_day AND head.lease_id = f.sublease_of_id),
    states AS MATERIALIZED (
      SELECT lease_id, on_day, next_day,
        greatest(0, least(claimed, unit_area - (sum(claimed) OVER turn - claimed))) AS area
      FROM turns
      WINDOW turn AS (PARTITION BY unit_id, on_day ORDER BY in_force_from, lease_id ROWS UNBOUNDED PRECEDING)),`;
}

/** Who is a tenant on the first day; and each tenant's last days, with when the earliest that ends later begins. */
function churnSql(viewer: Viewer, from: Prisma.Sql, scope: ReportOptions["scope"]): Prisma.Sql {
  return Prisma.sql`
    opening AS (
      SELECT tenant FROM lines WHERE begins <= ${from} AND (ends IS NULL OR ends >= ${from})
      UNION ALL
      SELECT coalesce(e.branch_of_id, e.id) FROM presences p JOIN enterprises e ON e.id = p.enterprise_id
      WHERE p.kind = 'PRESENT' AND p.from_on <= ${from} AND (p.to_on IS NULL OR p.to_on >= ${from})
        AND ${inParkScope(viewer, scope, "p")}),
    ends_of AS (
      SELECT tenant, ends, min(min(begins)) OVER (PARTITION BY tenant ORDER BY coalesce(ends, 'infinity') DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS returns
      FROM lines WHERE ends IS NULL OR ends >= begins GROUP BY tenant, ends)`;
}
