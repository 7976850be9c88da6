import "server-only";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { ReportOptions } from "@/lib/reports/facts-reach";
import { emptyOccupancy } from "@/lib/reports/occupancy/compute";
import type { ExpiryStep } from "@/lib/reports/occupancy/expiry";
import { getExpiryProfile } from "@/lib/reports/occupancy/facts-expiry";
import {
  countMovers,
  listEndingFirms,
  listLettingFirms,
  listToldDays,
} from "@/lib/reports/occupancy/facts-firms";
import { type Bridge, getBridge } from "@/lib/reports/occupancy/facts-movement";
import { listOccupancyRates } from "@/lib/reports/occupancy/facts-rates";
import { getOccupancySeries, getOccupancyTree, getParkTrees } from "@/lib/reports/occupancy/facts-tree";
import {
  LEAST_FIRMS,
  type PublishedExpiry,
  type PublishedOccupancy,
  type PublishedTree,
  publishExpiry,
  publishTree,
  withhold,
} from "@/lib/reports/occupancy/publish";

/** The bridge as readers from outside the office get it: null where it is withheld. */
export type PublishedBridge = Pick<Bridge, "supplyChange"> & {
  [Key in Exclude<keyof Bridge, "supplyChange">]: Bridge[Key] | null;
};

const isPart = ({ scope }: ReportOptions) => scope !== undefined && scope.level !== "ZONE";
const all = { now: true, term: true, committed: true };
const none = { now: false, term: false, committed: false };

/** The figures of a day as the viewer may read them: whole for those who see the rows, else as published. */
export async function getPublishedTree(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions = {},
): Promise<PublishedTree> {
  if (can(viewer, "reports.rows")) return getOccupancyTree(viewer, on, options);
  const [tree, firms] = await Promise.all([
    getOccupancyTree(viewer, on, options),
    listLettingFirms(viewer, on, options.knownAt),
  ]);
  return publishTree(tree, firms, options.scope);
}

/** The published figures of a day with its parks, without their buildings: a home's. */
export async function getPublishedParkTree(
  viewer: Viewer,
  on: CivilDate,
  options: ReportOptions = {},
): Promise<PublishedTree> {
  const whole = can(viewer, "reports.rows");
  const [trees, firms] = await Promise.all([
    getParkTrees(viewer, [on], options),
    whole ? null : listLettingFirms(viewer, on, options.knownAt),
  ]);
  const tree = trees.get(on) ?? { total: emptyOccupancy(), byPark: new Map(), byBuilding: new Map() };
  return firms ? publishTree(tree, firms, options.scope) : tree;
}

/** The published occupancy rates of days, as `getPublishedSeries` tells them. */
export async function listPublishedRates(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<{ asOf: CivilDate; rate: number | null }[]> {
  if (can(viewer, "reports.rows")) return listOccupancyRates(viewer, dates, options);
  if (isPart(options)) return dates.map((asOf) => ({ asOf, rate: null }));
  const [rates, told] = await Promise.all([
    listOccupancyRates(viewer, dates, options),
    listToldDays(viewer, dates, options.knownAt),
  ]);
  return rates.map(({ asOf, rate }) => ({ asOf, rate: told.get(asOf)?.now === false ? null : rate }));
}

/**
 * The published figures of days. Of a part of the zone they are for those who see the rows alone: day by day, the parts
 * would give away what one day withholds.
 */
export async function getPublishedSeries(
  viewer: Viewer,
  dates: CivilDate[],
  options: ReportOptions = {},
): Promise<({ asOf: CivilDate } & PublishedOccupancy)[]> {
  const series = await getOccupancySeries(viewer, dates, options);
  if (can(viewer, "reports.rows")) return series;
  if (isPart(options)) return series.map(({ asOf, ...figures }) => ({ asOf, ...withhold(figures, all) }));
  const told = await listToldDays(viewer, dates, options.knownAt);
  return series.map(({ asOf, ...figures }) => {
    const day = told.get(asOf);
    // A day on which nobody is there has no row, and nothing to withhold.
    const hidden = day ? { now: !day.now, term: !day.term, committed: !day.committed } : none;
    return { asOf, ...withhold(figures, hidden) };
  });
}

/** The published expiry profile: of the whole zone, as a part's is the ends of its firms' leases. */
export async function getPublishedExpiry(
  viewer: Viewer,
  on: CivilDate,
  by: ExpiryStep,
  options: ReportOptions = {},
): Promise<PublishedExpiry> {
  if (can(viewer, "reports.rows")) return getExpiryProfile(viewer, on, by, options);
  if (isPart(options)) return { occupiedArea: null, buckets: [] };
  const [profile, ends] = await Promise.all([
    getExpiryProfile(viewer, on, by, options),
    listEndingFirms(viewer, on, options.knownAt),
  ]);
  return publishExpiry(profile, ends);
}

/** The published bridge: of the whole zone, and what came and went only where enough firms did. */
export async function getPublishedBridge(
  viewer: Viewer,
  after: CivilDate,
  until: CivilDate,
  options: ReportOptions = {},
): Promise<PublishedBridge> {
  const bridge = await getBridge(viewer, after, until, options);
  if (can(viewer, "reports.rows")) return bridge;
  const still = { takeUp: null, terminations: null, netAbsorption: null, churn: null };
  if (isPart(options)) return { ...bridge, ...still, opening: null, closing: null };
  const [movers, told] = await Promise.all([
    countMovers(viewer, after, until, options.knownAt),
    listToldDays(viewer, [after, until], options.knownAt),
  ]);
  const isTold = (area: string, firms: number) => Number(area) === 0 || firms >= LEAST_FIRMS;
  const moved = isTold(bridge.takeUp, movers.came) && isTold(bridge.terminations, movers.left);
  return {
    ...bridge,
    ...(moved ? {} : still),
    ...(told.get(after)?.now === false && { opening: null }),
    ...(told.get(until)?.now === false && { closing: null }),
  };
}
