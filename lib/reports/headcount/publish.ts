import { groupBy } from "@/lib/reports/group";
import type { HeadcountSummary } from "@/lib/reports/headcount/facts";
import type { HeadcountGroup, HeadcountSums } from "@/lib/reports/headcount/types";
import type { Scope } from "@/lib/reports/occupancy/types";

/** A figure of fewer people than this could tell of one of them. */
export const LEAST_PEOPLE = 5;

/** Sums as readers from outside the office get them: null where they are withheld. */
export type Published<Sums extends HeadcountSums> = Omit<Sums, "total" | "carriedForward"> & {
  total: number | null;
  carriedForward: number | null;
};

type Tables = "parks" | "buildings" | "clusters" | "countries";
export type PublishedHeadcount = Published<Omit<HeadcountSummary, Tables>> & {
  parks: Published<HeadcountGroup<string>>[];
  buildings: Published<HeadcountGroup<string | null>>[];
  clusters: Published<HeadcountGroup<string>>[];
  countries: Published<HeadcountGroup<string | null>>[];
};

type Key = string | null;
/** A cell without a firm tells of nobody. */
type Cell = { key: Key; total: number; firms: number };

/**
 * Which cells of a table whose total is known are withheld: those under five people, and the smallest others until
 * what is withheld is two cells and five people or more, so that no subtraction gives one away.
 */
export function findWithheld(cells: Cell[], already: Iterable<Key> = []): Set<Key> {
  const withheld = new Set(already);
  for (const { key, total, firms } of cells) if (firms > 0 && total < LEAST_PEOPLE) withheld.add(key);
  const inTable = cells.filter(({ key }) => withheld.has(key));
  let people = inTable.reduce((sum, { total }) => sum + total, 0);
  let count = inTable.length;
  const others = cells.filter(({ key, firms }) => firms > 0 && !withheld.has(key)).sort(bySize);
  for (const { key, total } of others) {
    if (count === 0 || (count > 1 && people >= LEAST_PEOPLE)) break;
    withheld.add(key);
    people += total;
    count += 1;
  }
  return withheld;
}

/**
 * A summary for a reader who may not see rows. What is withheld is decided on the whole zone, and the same in each of
 * its parts: a park withheld there is withheld with all its buildings, and no part is divided by cluster or country,
 * since what the zone withholds could be added up from its parts.
 */
export function publishHeadcount(
  summary: HeadcountSummary,
  zone: HeadcountSummary,
  parkOf: ReadonlyMap<string, string>,
  scope?: Scope,
): PublishedHeadcount {
  const parks = findWithheld(zone.parks);
  const buildings = findWithheldBuildings(zone, parks, parkOf);
  const whole = !scope || scope.level === "ZONE";
  const own = whole
    ? zone.total < LEAST_PEOPLE
    : scope.level === "PARK"
      ? summary.total < LEAST_PEOPLE || parks.has(scope.parkId)
      : summary.total < LEAST_PEOPLE || buildings.has(scope.buildingId);
  // Those withheld come last and by key: their place among the largest would tell their size.
  const hide = <K extends Key>(
    groups: HeadcountGroup<K>[],
    withheld: Set<Key>,
  ): Published<HeadcountGroup<K>>[] => {
    const [shut, open] = [true, false].map((is) =>
      groups.filter(({ key }) => (own || withheld.has(key)) === is),
    );
    return [...(open ?? []), ...(shut ?? []).sort(byKey).map(withhold)];
  };
  return {
    ...(own ? withhold(summary) : summary),
    parks: hide(summary.parks, parks),
    buildings: hide(summary.buildings, buildings),
    clusters: whole ? hide(summary.clusters, findWithheld(summary.clusters)) : [],
    countries: whole ? hide(summary.countries, findWithheld(summary.countries)) : [],
    elsewhere: { firms: 0, total: 0 },
  };
}

/** Buildings add up to the zone, and those of one park, with what lies in several, to the park. */
function findWithheldBuildings(zone: HeadcountSummary, parks: Set<Key>, parkOf: ReadonlyMap<string, string>) {
  const byPark = groupBy(zone.buildings, ({ key }) => (key === null ? null : (parkOf.get(key) ?? null)));
  const ofWithheld = [...byPark].flatMap(([park, cells]) => (park !== null && parks.has(park) ? cells : []));
  let withheld = new Set<Key>(ofWithheld.map(({ key }) => key));
  // Withholding for the zone may ask for another in a park, and the reverse; it only ever grows.
  for (let before = -1; before < withheld.size; ) {
    before = withheld.size;
    withheld = findWithheld(zone.buildings, withheld);
    for (const cells of byPark.values()) withheld = findWithheld(cells, withheld);
  }
  return withheld;
}

/** Density and share would give the total back; space and firms are no persons. */
function withhold<Sums extends HeadcountSums>(sums: Sums): Published<Sums> {
  return {
    ...sums,
    total: null,
    carriedForward: null,
    carriedForwardShare: null,
    density: { m2PerWorker: null, outOfRange: false },
    standing: null,
  };
}

function byKey(a: { key: Key }, b: { key: Key }): number {
  return String(a.key) < String(b.key) ? -1 : 1;
}

function bySize(a: Cell, b: Cell): number {
  return a.total - b.total || byKey(a, b);
}
