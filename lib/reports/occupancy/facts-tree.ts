import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toHundredths } from "@/lib/platform/money/hundredths";
import { assertReports, type ReportOptions } from "@/lib/reports/facts-reach";
import { emptyOccupancy, toDetail } from "@/lib/reports/occupancy/compute";
import { MOST_DAYS, type TreeStep } from "@/lib/reports/occupancy/facts-sql";
import { treeSql } from "@/lib/reports/occupancy/facts-tree-sql";
import type { PublishedOccupancy, PublishedTree } from "@/lib/reports/occupancy/publish";
import { addSums, emptySums, type Sums } from "@/lib/reports/occupancy/sums";
import type { OccupancyDetail, OccupancyTree } from "@/lib/reports/occupancy/types";

/** A part of a building's sums of a day, or a count of tenants of the zone, a park or a building. */
interface Row {
  d: CivilDate;
  parkId: string | null;
  buildingId: string | null;
  /** Null in a row of sums; else what the tenants are counted over. */
  level: "ZONE" | "PARK" | "BUILDING" | null;
  tenants: number;
  registered: number;
  /** In the order in which toSums reads them; what is missing or null is none. */
  areas: (string | null)[];
  counts: (number | null)[];
}

/** The zone within reach, with its parks and buildings, on a day: the figures of computeOccupancyTree, summed by the database. */
export async function getOccupancyTree(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions = {},
): Promise<OccupancyTree> {
  const trees = await fetchTrees(viewer, [on], options, "BUILDING");
  return trees.get(on) ?? { total: emptyOccupancy(), byPark: new Map(), byBuilding: new Map() };
}

/** The scope's figures on each of the days: in one query up to 60 of them, then one for each further 60. */
export async function getOccupancySeries(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<({ asOf: CivilDate } & OccupancyDetail)[]> {
  const trees = await fetchTrees(viewer, dates, options, "SCOPE");
  return dates.map((asOf) => ({ asOf, ...(trees.get(asOf)?.total ?? emptyOccupancy()) }));
}

/** The scope with its parks on each of the days, without their buildings: asked as a series is. */
export function getParkTrees(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<Map<CivilDate, OccupancyTree>> {
  return fetchTrees(viewer, dates, options, "PARK");
}

/** The figures of the scope that a tree was asked for. */
export function getScopeFigures(
  tree: PublishedTree,
  { scope }: Pick<ReportOptions, "scope">,
): PublishedOccupancy {
  if (scope?.level === "PARK") return tree.byPark.get(scope.parkId) ?? emptyOccupancy();
  if (scope?.level === "BUILDING") return tree.byBuilding.get(scope.buildingId) ?? emptyOccupancy();
  return tree.total;
}

/** The trees of some days, asked for together. */
async function fetchTrees(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions,
  by: TreeStep,
): Promise<Map<CivilDate, OccupancyTree>> {
  assertReports(viewer);
  const days = [...new Set(dates)].sort();
  const rows: Row[] = [];
  for (let at = 0; at < days.length; at += MOST_DAYS) {
    rows.push(...(await db.$queryRaw<Row[]>(treeSql(viewer, days.slice(at, at + MOST_DAYS), options, by))));
  }
  return toTrees(rows, days);
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
