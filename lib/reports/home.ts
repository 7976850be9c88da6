import "server-only";
import { listActionItems } from "@/lib/domain/action-items/queries";
import { actionItemListSchema } from "@/lib/domain/action-items/schema";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addMonths, type CivilDate } from "@/lib/platform/dates/civil";
import { toHundredths } from "@/lib/platform/money/hundredths";
import { computeRollUp } from "@/lib/reports/chain/compute";
import { listStandings } from "@/lib/reports/chain/facts-standings";
import { listPlaces } from "@/lib/reports/facts-places";
import type { ReportOptions } from "@/lib/reports/facts-reach";
import type { PublishedHeadcount } from "@/lib/reports/headcount/publish";
import { getPublishedHeadcount, listPublishedTotals } from "@/lib/reports/headcount/published";
import { emptyOccupancy } from "@/lib/reports/occupancy/compute";
import type { PublishedOccupancy, PublishedTree } from "@/lib/reports/occupancy/publish";
import {
  getPublishedBridge,
  getPublishedParkTree,
  listPublishedRates,
  type PublishedBridge,
} from "@/lib/reports/occupancy/published";
import type { Scope } from "@/lib/reports/occupancy/types";
import { getPortfolioSeries } from "@/lib/reports/progress/facts-portfolio";
import type { PortfolioPoint } from "@/lib/reports/progress/portfolio";
import { toMonthsBack } from "@/lib/reports/series";

/** A value a month, the last of them the report's day. */
export type LinePoint = { on: CivilDate; value: number | null };

/** What asks for attention: a message under `reports.attention`, its numbers, and where the rows are. */
export interface Attention {
  code:
    | "MILESTONES_LATE"
    | "PROJECTS_RED"
    | "ITEMS_OVERDUE"
    | "HOLDOVER"
    | "ENDING"
    | "HEADCOUNT_MISSING"
    | "PROJECTS_SILENT"
    | "AGREEMENTS_SILENT";
  params: Record<string, string | number>;
  href: string;
}

export interface ParkStrip {
  code: string;
  nameZh: string | null;
  nameEn: string | null;
  figures: PublishedOccupancy;
  /** Null where it is withheld. */
  headcount: number | null;
}

export interface ManagerHome {
  asOf: CivilDate;
  since: CivilDate;
  occupancy: {
    now: PublishedOccupancy;
    before: { occupancyRate: number | null };
    line: LinePoint[];
  };
  headcount: { now: PublishedHeadcount; before: { total: number | null }; line: LinePoint[] };
  projects: {
    now: PortfolioPoint;
    before: PortfolioPoint;
    onTrack: number;
    onTrackBefore: number;
    line: LinePoint[];
  };
  /** The last 12 months. */
  movement: { from: CivilDate; bridge: PublishedBridge };
  attention: Attention[];
  parks: ParkStrip[];
}

const LINE_MONTHS = 24;

/**
 * Everything on the manager's home: the figures of a day, the same on an earlier one, a line of 24 months, what
 * asks for attention, the bridge of 12 months and the parks. A query each, however many parks and projects there are.
 */
export async function getManagerHome(
  viewer: Viewer,
  asOf: CivilDate,
  since: CivilDate = addMonths(asOf, -12),
  options: ReportOptions = {},
): Promise<ManagerHome> {
  const line = toMonthsBack(asOf, LINE_MONTHS);
  const days = [...new Set([since, ...line])];
  const from = addMonths(asOf, -12);
  const [tree, rates, headcount, totals, progress, bridge, places, promises] = await Promise.all([
    getPublishedParkTree(viewer, asOf, options),
    listPublishedRates(viewer, days, options),
    getPublishedHeadcount(viewer, asOf, options),
    listPublishedTotals(viewer, days, options),
    getPortfolioSeries(viewer, [asOf, ...days], options),
    getPublishedBridge(viewer, from, asOf, options),
    listPlaces(viewer, options),
    countPromises(viewer, asOf),
  ]);
  const rateOn = new Map(rates.map(({ asOf: on, rate }) => [on, rate]));
  const heads = new Map(totals.map((point) => [point.asOf, point.total]));
  const points = new Map(progress.map((point) => [point.asOf, point]));
  const portfolio = points.get(asOf);
  const before = points.get(since);
  if (!portfolio || !before) throw new Error("A series has a point for each of its days");
  const attention = listAttention(tree.total, headcount, portfolio, promises);
  return {
    asOf,
    since,
    occupancy: {
      now: tree.total,
      before: { occupancyRate: rateOn.get(since) ?? null },
      // The line ends in the figure beside it.
      line: line.map((on) => ({
        on,
        value: on === asOf ? tree.total.occupancyRate : (rateOn.get(on) ?? null),
      })),
    },
    headcount: {
      now: headcount,
      before: { total: heads.get(since) ?? null },
      line: line.map((on) => ({ on, value: heads.get(on) ?? null })),
    },
    projects: {
      now: portfolio,
      before,
      onTrack: portfolio.rags.GREEN,
      onTrackBefore: before.rags.GREEN,
      line: line.map((on) => ({ on, value: points.get(on)?.rags.GREEN ?? null })),
    },
    movement: { from, bridge },
    attention: can(viewer, "reports.rows") ? attention : attention.map(toReport),
    parks: toStrip(places, tree, headcount, options.scope),
  };
}

/** In order of urgency; nothing that is at zero. */
function listAttention(
  occupancy: PublishedOccupancy,
  headcount: PublishedHeadcount,
  projects: PortfolioPoint,
  promises: { overdue: number; silent: number },
): Attention[] {
  const { availableArea, vacantArea, holdoverArea } = occupancy;
  const ending =
    availableArea === null || vacantArea === null
      ? 0
      : toHundredths(availableArea) - toHundredths(vacantArea);
  const all: (Attention & { found: number })[] = [
    {
      code: "MILESTONES_LATE",
      found: projects.late,
      params: { count: projects.late },
      href: "/reports/progress#overdue",
    },
    {
      code: "PROJECTS_RED",
      found: projects.rags.RED,
      params: { count: projects.rags.RED },
      href: "/reports/progress?rag=RED",
    },
    {
      code: "ITEMS_OVERDUE",
      found: promises.overdue,
      params: { count: promises.overdue },
      href: "/action-items?state=OVERDUE",
    },
    {
      code: "HOLDOVER",
      found: toHundredths(holdoverArea ?? "0"),
      params: { area: Math.round(Number(holdoverArea)) },
      href: "/reports/occupancy/rows?state=HOLDOVER",
    },
    {
      code: "ENDING",
      found: ending,
      params: { area: Math.round(ending / 100) },
      href: "/reports/occupancy/rows?state=EXPIRING",
    },
    {
      code: "HEADCOUNT_MISSING",
      found: headcount.missing,
      params: { count: headcount.missing },
      href: "/reports/headcount/rows?show=MISSING",
    },
    {
      code: "PROJECTS_SILENT",
      found: projects.silent,
      params: { count: projects.silent },
      href: "/reports/progress?rag=GREY",
    },
    {
      code: "AGREEMENTS_SILENT",
      found: promises.silent,
      params: { count: promises.silent },
      href: "/agreements?state=SILENT",
    },
  ];
  return all.filter(({ found }) => found > 0).map(({ found: _, ...attention }) => attention);
}

/** What was promised and waits; nothing for who may not read its rows. */
async function countPromises(viewer: Viewer, asOf: CivilDate): Promise<{ overdue: number; silent: number }> {
  if (!can(viewer, "action-items.read")) return { overdue: 0, silent: 0 };
  const params = actionItemListSchema.parse({ state: "OVERDUE", pageSize: 1 });
  const [items, standings] = await Promise.all([
    listActionItems(viewer, params, asOf),
    listStandings(viewer, null, asOf),
  ]);
  return { overdue: items.total, silent: computeRollUp([...standings.values()].map((s) => s.state)).silent };
}

/** Who may not see rows is led to their report. */
function toReport(item: Attention): Attention {
  return { ...item, href: item.href.replace(/\/rows\b.*/, "") };
}

function toStrip(
  places: Awaited<ReturnType<typeof listPlaces>>,
  tree: PublishedTree,
  headcount: PublishedHeadcount,
  scope: Scope | undefined,
): ParkStrip[] {
  const people = new Map(headcount.parks.map(({ key, total }) => [key, total]));
  return places
    .filter(({ id }) => scope?.level !== "PARK" || scope.parkId === id)
    .map(({ id, code, nameZh, nameEn }) => ({
      ...{ code, nameZh, nameEn, headcount: people.has(id) ? (people.get(id) ?? null) : 0 },
      figures: tree.byPark.get(id) ?? emptyOccupancy(),
    }));
}
