import "server-only";
import { toAmount } from "@/lib/domain/instruments/dto";
import { listInstrumentAmounts } from "@/lib/domain/instruments/queries";
import { instrumentListSchema } from "@/lib/domain/instruments/schema";
import { listRatesOn } from "@/lib/domain/rates/queries";
import { systemViewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { totalOf } from "@/lib/platform/money/convert";
import { listPublishedTotals } from "@/lib/reports/headcount/published";
import { emptyOccupancy } from "@/lib/reports/occupancy/compute";
import { getParkTrees } from "@/lib/reports/occupancy/facts-tree";
import type { Scope } from "@/lib/reports/occupancy/types";
import { listTrained } from "@/lib/reports/programmes/facts";
import { getPortfolioSeries } from "@/lib/reports/progress/facts-portfolio";
import type { FigureAsk, FigureLookup } from "./types";

type Answer = [FigureAsk, number | null];

/** What was published speaks of the whole zone, and so do its figures, whoever reads them. */
const zone = systemViewer("Claims");

const keyOf = ({ metric, scope, scopeId, currency, on }: FigureAsk) =>
  [metric, scope, scopeId, currency, on].join(" ");
const daysOf = (asks: FigureAsk[]) => [...new Set(asks.map(({ on }) => on))].sort();
const idsOf = (asks: FigureAsk[]) => [...new Set(asks.flatMap(({ scopeId }) => scopeId ?? []))];

/**
 * Live figures, each by the report that it belongs to, asked for together: a query a report, however many claims there
 * are; people and projects one more for each park that a claim speaks of.
 */
export async function fetchFigures(asks: FigureAsk[]): Promise<FigureLookup> {
  const of = (...metrics: FigureAsk["metric"][]) => asks.filter(({ metric }) => metrics.includes(metric));
  const answers = await Promise.all([
    fetchOccupancy(of("TENANTS", "OCCUPIED_AREA", "OCCUPANCY_RATE")),
    fetchPeople(of("HEADCOUNT").filter(({ scope }) => scope !== "FIRM")),
    fetchFirms(of("HEADCOUNT").filter(({ scope }) => scope === "FIRM")),
    fetchPortfolio(of("PROJECTS", "MILESTONES").filter(({ scope }) => scope !== "PROJECT")),
    fetchMilestones(of("MILESTONES").filter(({ scope }) => scope === "PROJECT")),
    fetchIssuance(of("ISSUANCE")),
    fetchTrained(of("TRAINED")),
    fetchAgreements(of("AGREEMENTS")),
  ]);
  const found = new Map(answers.flat().map(([ask, value]) => [keyOf(ask), value]));
  return (ask) => found.get(keyOf(ask)) ?? null;
}

async function fetchOccupancy(asks: FigureAsk[]): Promise<Answer[]> {
  if (asks.length === 0) return [];
  const trees = await getParkTrees(zone, daysOf(asks));
  return asks.map((ask) => {
    const tree = trees.get(ask.on);
    const figures = (ask.scopeId ? tree?.byPark.get(ask.scopeId) : tree?.total) ?? emptyOccupancy();
    const { occupancyRate: rate } = figures;
    if (ask.metric === "TENANTS") return [ask, figures.tenants];
    if (ask.metric === "OCCUPIED_AREA") return [ask, Number(figures.occupiedArea)];
    return [ask, rate === null ? null : rate * 100];
  });
}

/** One query for the zone, and one for each park that is asked for. */
async function byPark<Point extends { asOf: CivilDate }>(
  asks: FigureAsk[],
  series: (days: CivilDate[], scope: Scope) => Promise<Point[]>,
  read: (ask: FigureAsk, point: Point) => number | null,
): Promise<Answer[]> {
  const parks = [...new Set(asks.map(({ scopeId }) => scopeId))];
  const answers = await Promise.all(
    parks.map(async (parkId): Promise<Answer[]> => {
      const own = asks.filter(({ scopeId }) => scopeId === parkId);
      const points = await series(daysOf(own), parkId ? { level: "PARK", parkId } : { level: "ZONE" });
      const byDay = new Map(points.map((point) => [point.asOf, point]));
      return own.map((ask) => {
        const point = byDay.get(ask.on);
        return [ask, point ? read(ask, point) : null];
      });
    }),
  );
  return answers.flat();
}

const fetchPeople = (asks: FigureAsk[]) =>
  byPark(
    asks,
    (days, scope) => listPublishedTotals(zone, days, { scope }),
    (_, { total }) => total,
  );

const fetchPortfolio = (asks: FigureAsk[]) =>
  byPark(
    asks,
    (days, scope) => getPortfolioSeries(zone, days, { scope }),
    ({ metric }, { projects, done }) => (metric === "PROJECTS" ? projects : done),
  );

type Counted = { d: CivilDate; id: string | null; n: number };

/** `missing`: what no row says; nothing counted is zero, nothing declared is not known. */
function answer(asks: FigureAsk[], rows: Counted[], missing: number | null): Answer[] {
  const found = new Map(rows.map(({ d, id, n }) => [`${d} ${id}`, n]));
  return asks.map((ask) => [ask, found.get(`${ask.on} ${ask.scopeId}`) ?? missing]);
}

/** What firms last declared for each park by the days. */
async function fetchFirms(asks: FigureAsk[]): Promise<Answer[]> {
  if (asks.length === 0) return [];
  const rows = await db.$queryRaw<Counted[]>`
    SELECT d, id, sum(total)::int AS n FROM (
      SELECT DISTINCT ON (day, h.enterprise_id, h.park_id) day::text AS d, h.enterprise_id::text AS id, h.total
      FROM unnest(${daysOf(asks)}::date[]) AS day
      JOIN headcounts h ON h.enterprise_id = ANY (${idsOf(asks)}::uuid[]) AND h.on_date <= day
      ORDER BY day, h.enterprise_id, h.park_id, h.on_date DESC) AS last
    GROUP BY 1, 2`;
  return answer(asks, rows, null);
}

/** Milestones done by the days, of single projects. */
async function fetchMilestones(asks: FigureAsk[]): Promise<Answer[]> {
  if (asks.length === 0) return [];
  const rows = await db.$queryRaw<Counted[]>`
    SELECT day::text AS d, m.project_id::text AS id, count(*)::int AS n
    FROM unnest(${daysOf(asks)}::date[]) AS day
    JOIN milestones m ON m.project_id = ANY (${idsOf(asks)}::uuid[]) AND m.actual_on <= day
      AND (m.cancelled_on IS NULL OR m.cancelled_on > day)
    GROUP BY 1, 2`;
  return answer(asks, rows, 0);
}

/** All amounts once, and the rates of each currency that is asked for once. */
async function fetchIssuance(asks: FigureAsk[]): Promise<Answer[]> {
  const last = daysOf(asks).at(-1);
  if (!last) return [];
  const issued = await listInstrumentAmounts(zone, instrumentListSchema.parse({}), last);
  const currencies = [...new Set(asks.map(({ currency }) => currency ?? "USD"))];
  const days = issued.map(({ pricedOn }) => pricedOn);
  const rates = new Map(
    await Promise.all(currencies.map(async (to) => [to, await listRatesOn(zone, to, days)] as const)),
  );
  return asks.map((ask) => {
    const to = ask.currency ?? "USD";
    const mine = issued.filter(
      ({ pricedOn, agreementId }) => pricedOn <= ask.on && (!ask.scopeId || agreementId === ask.scopeId),
    );
    const { converted } = totalOf(mine.map(toAmount), to, rates.get(to) ?? []);
    return [ask, converted === null ? null : Number(converted)];
  });
}

async function fetchTrained(asks: FigureAsk[]): Promise<Answer[]> {
  if (asks.length === 0) return [];
  return answer(asks, await listTrained(daysOf(asks)), 0);
}

/** Agreements signed by the days, in all and at single sessions. */
async function fetchAgreements(asks: FigureAsk[]): Promise<Answer[]> {
  if (asks.length === 0) return [];
  const rows = await db.$queryRaw<Counted[]>`
    SELECT day::text AS d, a.meeting_id::text AS id, count(*)::int AS n
    FROM unnest(${daysOf(asks)}::date[]) AS day JOIN agreements a ON a.signed_on <= day
    WHERE a.meeting_id = ANY (${idsOf(asks)}::uuid[]) GROUP BY 1, 2
    UNION ALL
    SELECT day::text, NULL, count(*)::int
    FROM unnest(${daysOf(asks)}::date[]) AS day JOIN agreements a ON a.signed_on <= day GROUP BY 1`;
  return answer(asks, rows, 0);
}
