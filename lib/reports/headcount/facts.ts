import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { lastCompletedQuarterEnd } from "@/lib/platform/dates/periods";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { asKnown } from "@/lib/reports/facts-clock";
import { assertReports, inReach, type ReportOptions } from "@/lib/reports/facts-reach";
import { byTotal, computeDensity } from "@/lib/reports/headcount/compute";
import { HEADCOUNT_TABLES, headsSql, isCounted } from "@/lib/reports/headcount/facts-sql";
import type { FirmFact, HeadcountFact, HeadcountGroup, HeadcountSums } from "@/lib/reports/headcount/types";

/** The facts of computeHeadcount, beside those of the lettings. */
export async function getHeadcountFacts(
  viewer: Viewer,
  { knownAt }: Pick<ReportOptions, "knownAt"> = {},
): Promise<{ headcounts: HeadcountFact[]; firms: FirmFact[] }> {
  assertReports(viewer);
  const [headcounts, firms] = await Promise.all([
    db.$queryRaw<HeadcountFact[]>`WITH ${asKnown(knownAt, HEADCOUNT_TABLES)} one AS (SELECT 1)
      SELECT h.id, h.enterprise_id AS "enterpriseId", h.park_id AS "parkId", on_date::text AS "on", total, own,
        dispatched, other, o.standing
      FROM headcounts h LEFT JOIN returns q ON q.id = h.return_id LEFT JOIN return_rounds o ON o.id = q.round_id
      WHERE ${inReach(viewer, "h.park_id")} ORDER BY h.id`,
    db.$queryRaw<FirmFact[]>`WITH ${asKnown(knownAt, ["enterprises"])} one AS (SELECT 1)
      SELECT id AS "enterpriseId", cluster::text, country FROM enterprises ORDER BY id`,
  ]);
  return { headcounts, firms };
}

export interface HeadcountSummary extends HeadcountSums {
  asOf: CivilDate;
  referenceOn: CivilDate;
  firms: number;
  /** Firms in body in a park that never declared for it. */
  missing: number;
  parks: HeadcountGroup<string>[];
  /** By the building that holds all of a firm's space in its park; null for several, or none. */
  buildings: HeadcountGroup<string | null>[];
  clusters: HeadcountGroup<string>[];
  countries: HeadcountGroup<string | null>[];
  /** In a building: firms and people that it shares with other buildings of the park, which are not counted. */
  elsewhere: { firms: number; total: number };
}

interface GroupRow {
  d: CivilDate;
  level: "TOTAL" | "PARK" | "CLUSTER" | "COUNTRY" | "BUILDING" | "ELSEWHERE";
  key: string | null;
  firms: number;
  total: number;
  carried: number;
  occupied: string;
  missing: number;
  standing: HeadcountSums["standing"];
}

/** The published headcount of a day, by park, building, cluster and country: the sums of computeHeadcount. */
export async function getHeadcount(viewer: Viewer, on: CivilDate, options: ReportOptions = {}) {
  const [summary] = await getHeadcountSeries(viewer, [on], options);
  return summary ?? toSummary(on, []);
}

/** The same for each of the days, in one query. */
export async function getHeadcountSeries(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<HeadcountSummary[]> {
  assertReports(viewer);
  // A firm has a row a park: over several parks it counts once, by its first row. Few are in several.
  const sums = Prisma.sql`
    coalesce(sum(total), 0)::int AS total, coalesce(sum(total) FILTER (WHERE carried), 0)::int AS carried,
    coalesce(sum(occupied) FILTER (WHERE headcount_id IS NOT NULL), 0)::text AS occupied,
    (count(*) FILTER (WHERE headcount_id IS NULL))::int AS missing,
    CASE WHEN bool_or(standing = 'PROVISIONAL') THEN 'PROVISIONAL' WHEN bool_or(standing = 'REVISED') THEN 'REVISED' END
      AS standing`;
  const rows = await db.$queryRaw<GroupRow[]>`${await headsSql(viewer, dates, options)}
    several AS (SELECT d, enterprise_id FROM heads WHERE ${isCounted(options)} GROUP BY 1, 2 HAVING count(*) > 1),
    counted AS (
      SELECT heads.*, TRUE AS once, TRUE AS once_there FROM heads
      WHERE ${isCounted(options)} AND (d, enterprise_id) NOT IN (TABLE several)
      UNION ALL
      SELECT heads.*, row_number() OVER (PARTITION BY d, enterprise_id ORDER BY headcount_id) = 1,
        row_number() OVER (PARTITION BY d, enterprise_id, building_id ORDER BY headcount_id) = 1
      FROM heads WHERE ${isCounted(options)} AND (d, enterprise_id) IN (TABLE several))
    SELECT d::text, CASE GROUPING(park_id, building_id, cluster, country) WHEN 15 THEN 'TOTAL' WHEN 7 THEN 'PARK'
        WHEN 11 THEN 'BUILDING' WHEN 13 THEN 'CLUSTER' ELSE 'COUNTRY' END AS level,
      coalesce(park_id::text, building_id::text, cluster::text, country) AS key,
      (CASE WHEN GROUPING(park_id) = 0 THEN count(headcount_id)
        WHEN GROUPING(building_id) = 0 THEN count(headcount_id) FILTER (WHERE once_there)
        ELSE count(headcount_id) FILTER (WHERE once) END)::int AS firms, ${sums}
    FROM counted
    GROUP BY GROUPING SETS ((d), (d, park_id), (d, building_id), (d, cluster), (d, country))
    UNION ALL
    SELECT d::text, 'ELSEWHERE', NULL, count(headcount_id)::int, ${sums} FROM heads WHERE building_id IS NULL AND NOT (${isCounted(options)})
      IS TRUE GROUP BY d`;
  const byDay = new Map<CivilDate, GroupRow[]>(dates.map((d) => [d, []]));
  for (const row of rows) byDay.get(row.d)?.push(row);
  return dates.map((d) => toSummary(d, byDay.get(d) ?? []));
}

function toSummary(asOf: CivilDate, rows: GroupRow[]): HeadcountSummary {
  const of = (level: GroupRow["level"]) => rows.filter((row) => row.level === level);
  const [total] = of("TOTAL");
  const [elsewhere] = of("ELSEWHERE");
  const groups = (level: GroupRow["level"]) =>
    of(level)
      .filter(({ firms }) => firms > 0)
      .map((row) => ({ key: row.key, firms: row.firms, ...toSums(row) }))
      .sort(byTotal);
  const named = (level: GroupRow["level"]) =>
    groups(level).map((group) => ({ ...group, key: group.key ?? "" }));
  return {
    asOf,
    referenceOn: lastCompletedQuarterEnd(asOf),
    ...toSums(total),
    firms: total?.firms ?? 0,
    missing: total?.missing ?? 0,
    parks: named("PARK"),
    buildings: groups("BUILDING"),
    clusters: named("CLUSTER"),
    countries: groups("COUNTRY"),
    elsewhere: { firms: elsewhere?.firms ?? 0, total: elsewhere?.total ?? 0 },
  };
}

function toSums(row: GroupRow | undefined): HeadcountSums {
  const { total, carried, occupied, standing } = row ?? {
    total: 0,
    carried: 0,
    occupied: "0.00",
    standing: null,
  };
  const hundredths = toHundredths(occupied);
  return {
    total,
    carriedForward: carried,
    carriedForwardShare: toRate(carried, total),
    occupiedArea: row && hundredths > 0 ? occupied : "0.00",
    density: computeDensity(hundredths, total),
    standing,
  };
}
