import { groupBy } from "@/lib/reports/group";
import type { HeadcountSummary } from "@/lib/reports/headcount/facts";
import type { HeadcountGroup, HeadcountSums } from "@/lib/reports/headcount/types";
import { LEAST_FIRMS } from "@/lib/reports/occupancy/publish";
import type { Scope } from "@/lib/reports/occupancy/types";

/** A figure of fewer people than this could tell of one of them. */
export const LEAST_PEOPLE = 5;

/** Sums as readers from outside the office get them: null where they are withheld. */
export type Published<Sums extends HeadcountSums> = Omit<Sums, Hidden> & {
  total: number | null;
  carriedForward: number | null;
  occupiedArea: string | null;
};
type Hidden = "total" | "carriedForward" | "occupiedArea" | "firms";
export type PublishedGroup<K> = Published<HeadcountGroup<K>> & { firms: number | null };

type Tables = "parks" | "buildings" | "clusters" | "countries";
export type PublishedHeadcount = Published<Omit<HeadcountSummary, Tables>> & {
  firms: number | null;
  parks: PublishedGroup<string>[];
  buildings: PublishedGroup<string | null>[];
  clusters: PublishedGroup<string>[];
  countries: PublishedGroup<string | null>[];
};

type Key = string | null;
/** A cell without a firm tells of nobody. */
type Cell = { key: Key; total: number; firms: number };

/** Whether it could tell of one person, or be one firm's figure. */
function isFew({ total, firms }: Pick<Cell, "total" | "firms">): boolean {
  return firms > 0 && (total < LEAST_PEOPLE || firms < LEAST_FIRMS);
}

/**
 * Which cells of a table whose total is known are withheld: those of under five people or three firms, and the smallest
 * others until what is withheld is two cells, five people and three firms or more, so that no subtraction gives one away.
 * @param shared a firm may be in several cells, so that those of one cell alone are sure to be different ones
 */
export function findWithheld(
  cells: Cell[],
  already: Iterable<Key> = [],
  { shared = false }: { shared?: boolean } = {},
): Set<Key> {
  const withheld = new Set(already);
  for (const cell of cells) if (isFew(cell)) withheld.add(cell.key);
  const inTable = cells.filter(({ key, firms }) => firms > 0 && withheld.has(key));
  const sure = (all: number, more: number) => (shared ? Math.max(all, more) : all + more);
  let people = inTable.reduce((sum, { total }) => sum + total, 0);
  let count = inTable.length;
  let differing = inTable.reduce((all, { firms }) => sure(all, firms), 0);
  const others = cells.filter(({ key, firms }) => firms > 0 && !withheld.has(key)).sort(bySize);
  for (const { key, total, firms } of others) {
    if (count === 0 || (count > 1 && people >= LEAST_PEOPLE && differing >= LEAST_FIRMS)) break;
    withheld.add(key);
    people += total;
    count += 1;
    differing = sure(differing, firms);
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
  const parks = findWithheld(zone.parks, [], { shared: true });
  const buildings = findWithheldBuildings(zone, parks, parkOf);
  const whole = !scope || scope.level === "ZONE";
  const own = whole
    ? zone.total < LEAST_PEOPLE || isFew(zone)
    : scope.level === "PARK"
      ? summary.total < LEAST_PEOPLE || isFew(summary) || parks.has(scope.parkId)
      : summary.total < LEAST_PEOPLE || isFew(summary) || buildings.has(scope.buildingId);
  // Those withheld come last and by key: their place among the largest would tell their size.
  const hide = <K extends Key>(groups: HeadcountGroup<K>[], withheld: Set<Key>): PublishedGroup<K>[] => {
    const [shut, open] = [true, false].map((is) =>
      groups.filter(({ key }) => (own || withheld.has(key)) === is),
    );
    return [...(open ?? []).map(tell), ...(shut ?? []).sort(byKey).map(withhold)];
  };
  return {
    ...(own ? withhold(summary) : whole ? summary : tell(summary)),
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
    withheld = findWithheld(zone.buildings, withheld, { shared: true });
    for (const cells of byPark.values()) withheld = findWithheld(cells, withheld);
  }
  return withheld;
}

/** Density, share and space would give the total back, or be one firm's. */
function withhold<Sums extends HeadcountSums>(sums: Sums) {
  return {
    ...sums,
    total: null,
    carriedForward: null,
    carriedForwardShare: null,
    occupiedArea: null,
    firms: null,
    density: { m2PerWorker: null, outOfRange: false },
    standing: null,
  };
}

/** Told, but for what was carried forward: that is some of its firms' alone. */
function tell<Sums extends HeadcountSums>(sums: Sums) {
  return { ...sums, carriedForward: null, carriedForwardShare: null };
}

function byKey(a: { key: Key }, b: { key: Key }): number {
  return String(a.key) < String(b.key) ? -1 : 1;
}

function bySize(a: Cell, b: Cell): number {
  return a.total - b.total || byKey(a, b);
}
