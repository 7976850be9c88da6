import type { CivilDate } from "@/lib/platform/dates/civil";
import { lastCompletedQuarterEnd } from "@/lib/platform/dates/periods";
import { fromHundredths, type Hundredths, toHundredths, toRate } from "@/lib/platform/money/hundredths";
import { groupBy } from "@/lib/reports/group";
import { listTenancies, toTenancyKey } from "@/lib/reports/headcount/tenancy";
import type {
  Density,
  FirmFact,
  HeadcountFact,
  HeadcountGroup,
  HeadcountReport,
  HeadcountRow,
  HeadcountSums,
  Moving,
} from "@/lib/reports/headcount/types";
import type { World } from "@/lib/reports/occupancy/world";

/** m² a worker that an office, a laboratory or a workshop may plausibly have, both ends included. */
export const DENSITY_RANGE = { least: 6, most: 100 };

/**
 * Published headcount of a day: for each firm in body in a park, the latest figure that it declared there by the
 * day. A figure declared for a day before the last completed quarter's end is carried forward; the share says
 * how much of the total that is. Firms, parks, clusters and countries add up to the total.
 */
export function computeHeadcount(
  facts: { headcounts: HeadcountFact[]; firms: FirmFact[] },
  world: World,
  on: CivilDate,
  parkId: string | null = null,
): HeadcountReport {
  const referenceOn = lastCompletedQuarterEnd(on);
  const firms = new Map(facts.firms.map((firm) => [firm.enterpriseId, firm]));
  const latest = listLatest(facts.headcounts, on);
  const rows: HeadcountRow[] = [];
  const missing: HeadcountReport["missing"] = [];
  for (const [key, tenancy] of [...listTenancies(world, on)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (parkId !== null && tenancy.parkId !== parkId) continue;
    const fact = latest.get(key);
    if (!fact) {
      missing.push({ enterpriseId: tenancy.enterpriseId, parkId: tenancy.parkId });
      continue;
    }
    const firm = firms.get(fact.enterpriseId);
    rows.push({
      headcountId: fact.id,
      enterpriseId: fact.enterpriseId,
      parkId: fact.parkId,
      cluster: firm?.cluster ?? "OTHER",
      country: firm?.country ?? null,
      on: fact.on,
      total: fact.total,
      carriedForward: fact.on < referenceOn,
      occupiedArea: fromHundredths(tenancy.occupied),
      density: computeDensity(tenancy.occupied, fact.total),
      standing: toMoving([fact.standing]),
    });
  }
  return {
    asOf: on,
    referenceOn,
    ...toSums(rows),
    parks: toGroups(rows, (row) => row.parkId),
    clusters: toGroups(rows, (row) => row.cluster),
    countries: toGroups(rows, (row) => row.country),
    rows,
    missing,
  };
}

/** What a figure made of several is called: provisional as soon as one of them is. */
export function toMoving(standings: HeadcountFact["standing"][]): Moving {
  if (standings.includes("PROVISIONAL")) return "PROVISIONAL";
  return standings.includes("REVISED") ? "REVISED" : null;
}

/** Occupied m² a worker, to be checked outside 6–100; null where nobody works. */
export function computeDensity(occupied: Hundredths, workers: number): Density {
  const m2PerWorker = toRate(occupied, workers * 100);
  const outOfRange =
    m2PerWorker !== null && (m2PerWorker < DENSITY_RANGE.least || m2PerWorker > DENSITY_RANGE.most);
  return { m2PerWorker, outOfRange };
}

function listLatest(headcounts: HeadcountFact[], on: CivilDate): Map<string, HeadcountFact> {
  const latest = new Map<string, HeadcountFact>();
  for (const fact of headcounts) {
    if (fact.on > on) continue;
    const key = toTenancyKey(fact.enterpriseId, fact.parkId);
    const known = latest.get(key);
    // Ids are in the order of recording, so that of two figures for one day the later recorded stands.
    if (!known || fact.on > known.on || (fact.on === known.on && fact.id > known.id)) latest.set(key, fact);
  }
  return latest;
}

function toGroups<K>(rows: HeadcountRow[], keyOf: (row: HeadcountRow) => K): HeadcountGroup<K>[] {
  return [...groupBy(rows, keyOf)].map(([key, members]) => toGroup(key, members)).sort(byTotal);
}

/** The largest first; of equals, by key. */
export function byTotal(a: { total: number; key: unknown }, b: { total: number; key: unknown }): number {
  return b.total - a.total || (String(a.key) < String(b.key) ? -1 : 1);
}

function toGroup<K>(key: K, rows: HeadcountRow[]): HeadcountGroup<K> {
  return { key, ...toSums(rows), firms: new Set(rows.map((row) => row.enterpriseId)).size };
}

function toSums(rows: HeadcountRow[]): HeadcountSums {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const carriedForward = rows.reduce((sum, row) => sum + (row.carriedForward ? row.total : 0), 0);
  const occupied = rows.reduce((sum, row) => sum + toHundredths(row.occupiedArea), 0);
  return {
    total,
    carriedForward,
    carriedForwardShare: toRate(carriedForward, total),
    occupiedArea: fromHundredths(occupied),
    density: computeDensity(occupied, total),
    standing: toMoving(rows.map(({ standing }) => standing)),
  };
}
