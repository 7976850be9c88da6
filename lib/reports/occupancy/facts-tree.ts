import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toHundredths } from "@/lib/platform/money/hundredths";
import { assertReports, inParkScope, inScope, type ReportOptions } from "@/lib/reports/facts-reach";
import { emptyOccupancy, toDetail } from "@/lib/reports/occupancy/compute";
import { commitmentsSql, lettingSql, renewalsSql } from "@/lib/reports/occupancy/facts-sql";
import { addSums, emptySums, type Sums } from "@/lib/reports/occupancy/sums";
import type { OccupancyDetail, OccupancyTree } from "@/lib/reports/occupancy/types";

/** A building's sums of a day, or a count of tenants of the zone, a park or a building. */
interface Row {
  d: CivilDate;
  parkId: string | null;
  buildingId: string | null;
  /** Null in a row of sums; else what the tenants are counted over. */
  level: "ZONE" | "PARK" | "BUILDING" | null;
  tenants: number;
  registered: number;
  areas: string[];
  counts: number[];
}

/** The zone within reach, with its parks and buildings, on a day: the figures of computeOccupancyTree, summed by the database. */
export async function getOccupancyTree(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions = {},
): Promise<OccupancyTree> {
  const trees = await getOccupancyTrees(viewer, [on], options);
  return trees.get(on) ?? { total: emptyOccupancy(), byPark: new Map(), byBuilding: new Map() };
}

/** The scope's figures on each of the days, in one query. */
export async function getOccupancySeries(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<({ asOf: CivilDate } & OccupancyDetail)[]> {
  const trees = await getOccupancyTrees(viewer, dates, options);
  return dates.map((asOf) => ({ asOf, ...getScopeFigures(trees.get(asOf), options) }));
}

/** The figures of the scope that a tree was asked for. */
export function getScopeFigures(
  tree: OccupancyTree | undefined,
  { scope }: Pick<ReportOptions, "scope">,
): OccupancyDetail {
  if (scope?.level === "PARK") return tree?.byPark.get(scope.parkId) ?? emptyOccupancy();
  if (scope?.level === "BUILDING") return tree?.byBuilding.get(scope.buildingId) ?? emptyOccupancy();
  return tree?.total ?? emptyOccupancy();
}

/**
 * Sums by building and day, and distinct tenants by zone, park and building. Stock is first added up by period of
 * validity, which few buildings have many of, so no unit is looked at once a day.
 */
export async function getOccupancyTrees(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<Map<CivilDate, OccupancyTree>> {
  assertReports(viewer);
  const { scope } = options;
  const rows = await db.$queryRaw<Row[]>`${lettingSql(viewer, dates, options)}
    ${commitmentsSql(viewer, dates, options)} ${renewalsSql()}
    stock AS (
      SELECT building_id, valid_from, valid_to, sum(area) AS area, count(*) AS units, sum(seats) AS seats
      FROM units u WHERE availability = 'LETTABLE' AND ${inScope(viewer, scope, "u")} GROUP BY 1, 2, 3),
    stock_sums AS (
      SELECT d, building_id, sum(area) AS lettable, sum(units) AS units, sum(seats) AS seats
      FROM days JOIN stock ON valid_from <= d AND (valid_to IS NULL OR valid_to > d) GROUP BY 1, 2),
    signed AS (
      SELECT d, unit_id, building_id, unit_area, sum(area) AS area FROM commitments GROUP BY 1, 2, 3, 4),
    signed_sums AS (
      SELECT s.d, s.building_id, sum(least(s.area, s.unit_area - coalesce(o.occupied, 0))) AS beyond
      FROM signed s LEFT JOIN (
        SELECT d, unit_id, sum(allocated) AS occupied FROM allocated JOIN signed USING (d, unit_id) GROUP BY 1, 2
      ) AS o USING (d, unit_id)
      GROUP BY 1, 2),
    line_sums AS (
      SELECT a.d, a.building_id, sum(allocated) AS occupied,
        count(*) FILTER (WHERE claimed > 0 AND before = 0) AS occupied_units,
        count(*) FILTER (WHERE claimed > 0 AND before < unit_area AND before + claimed >= unit_area) AS full_units,
        sum(allocated) FILTER (WHERE a.in_force_to > a.d AND a.in_force_to <= a.d + interval '12 months'
          AND r.lease_id IS NULL) AS freeing,
        sum(allocated) FILTER (WHERE a.ends_on < a.d) AS holdover,
        sum(allocated) FILTER (WHERE a.moved_in_on IS NULL) AS assumed,
        sum(a.seats) FILTER (WHERE claimed > 0 AND unit_seats IS NOT NULL) AS seats,
        sum(claimed) FILTER (WHERE a.ends_on >= a.d) AS wale_area,
        sum(claimed * (a.ends_on - a.d)) FILTER (WHERE a.ends_on >= a.d) AS wale,
        sum(claimed * (CASE WHEN a.break_on > a.d THEN a.break_on ELSE a.ends_on END - a.d))
          FILTER (WHERE a.ends_on >= a.d) AS wale_break,
        sum(claimed * (greatest(a.ends_on, r.ends_on) - a.d)) FILTER (WHERE a.ends_on >= a.d) AS wale_renewed
      FROM allocated a
      LEFT JOIN renewed r ON r.d = a.d AND r.unit_id = a.unit_id AND r.lease_id = a.lease_id
      WHERE lettable GROUP BY 1, 2),
    members AS MATERIALIZED (
      SELECT DISTINCT d, park_id, building_id, tenant, TRUE AS here FROM allocated
      UNION ALL
      SELECT d, p.park_id, NULL, coalesce(e.branch_of_id, e.id), p.kind = 'PRESENT'
      FROM days JOIN presences p ON p.from_on <= d AND (p.to_on IS NULL OR p.to_on >= d)
      JOIN enterprises e ON e.id = p.enterprise_id
      WHERE p.kind IN ('PRESENT', 'REGISTERED') AND ${inParkScope(viewer, scope, "p")}),
    building_members AS (
      SELECT d, 'BUILDING' AS level, NULL::uuid AS park_id, building_id, here FROM members
      WHERE building_id IS NOT NULL),
    park_members AS (
      SELECT d, 'PARK' AS level, park_id, NULL::uuid AS building_id, bool_or(here) AS here
      FROM members GROUP BY d, park_id, tenant),
    zone_members AS (
      SELECT d, 'ZONE' AS level, NULL::uuid AS park_id, NULL::uuid AS building_id, bool_or(here) AS here
      FROM members GROUP BY d, tenant)
    SELECT d::text, b.park_id AS "parkId", b.id AS "buildingId", NULL AS level, 0 AS tenants, 0 AS registered,
      ARRAY[lettable, coalesce(occupied, 0), coalesce(occupied, 0) + coalesce(beyond, 0), coalesce(freeing, 0), coalesce(holdover, 0),
        coalesce(assumed, 0), coalesce(wale_area, 0), coalesce(wale, 0), coalesce(wale_break, 0),
        coalesce(wale_renewed, 0)]::text[] AS areas,
      ARRAY[units, coalesce(occupied_units, 0), coalesce(full_units, 0), coalesce(s.seats, 0),
        coalesce(l.seats, 0)]::int[] AS counts
    FROM stock_sums s JOIN buildings b ON b.id = s.building_id
    LEFT JOIN line_sums l USING (d, building_id) LEFT JOIN signed_sums USING (d, building_id)
    UNION ALL
    SELECT d::text, park_id, building_id, level, (count(*) FILTER (WHERE here))::int,
      (count(*) FILTER (WHERE NOT here))::int, '{}', '{}'
    FROM (TABLE building_members UNION ALL TABLE park_members UNION ALL TABLE zone_members) AS scopes
    GROUP BY d, level, park_id, building_id`;
  return toTrees(rows, dates);
}

type Node = { sums: Sums; tenants: number; registered: number };
const emptyNode = (): Node => ({ sums: emptySums(), tenants: 0, registered: 0 });
const toFigures = ({ sums, tenants, registered }: Node) => toDetail(sums, tenants, registered);

function toTrees(rows: Row[], dates: CivilDate[]): Map<CivilDate, OccupancyTree> {
  const days = new Map(
    dates.map((d) => [
      d,
      { total: emptyNode(), parks: new Map<string, Node>(), buildings: new Map<string, Node>() },
    ]),
  );
  for (const row of rows) {
    const day = days.get(row.d);
    if (!day) continue;
    const park = row.parkId === null ? null : nodeOf(day.parks, row.parkId);
    const building = row.buildingId === null ? null : nodeOf(day.buildings, row.buildingId);
    if (row.level === null) {
      const part = toSums(row);
      for (const node of [day.total, park, building]) if (node) addSums(node.sums, part);
    } else {
      const node = row.level === "ZONE" ? day.total : row.level === "PARK" ? park : building;
      if (node) Object.assign(node, { tenants: row.tenants, registered: row.registered });
    }
  }
  const map = (nodes: Map<string, Node>) => new Map([...nodes].map(([id, node]) => [id, toFigures(node)]));
  return new Map(
    [...days].map(([d, day]) => [
      d,
      { total: toFigures(day.total), byPark: map(day.parks), byBuilding: map(day.buildings) },
    ]),
  );
}

function nodeOf(nodes: Map<string, Node>, id: string): Node {
  const known = nodes.get(id);
  if (known) return known;
  const node = emptyNode();
  nodes.set(id, node);
  return node;
}

function toSums({ areas, counts }: Row): Sums {
  const area = (i: number) => toHundredths(areas[i] ?? "0");
  const count = (i: number) => counts[i] ?? 0;
  return {
    ...emptySums(),
    lettable: area(0),
    occupied: area(1),
    committed: area(2),
    freeing: area(3),
    holdover: area(4),
    assumedStart: area(5),
    waleArea: area(6),
    waleDays: area(7),
    waleToBreakDays: area(8),
    waleRenewedDays: area(9),
    units: count(0),
    unitsOccupied: count(1),
    unitsFullyLet: count(2),
    seats: count(3),
    seatsAllotted: count(4),
  };
}
