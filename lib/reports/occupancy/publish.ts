import type { ExpiryProfile, OccupancyDetail, OccupancyTree, Scope } from "@/lib/reports/occupancy/types";

/** A figure made by fewer firms than this could be told to be one of theirs. */
export const LEAST_FIRMS = 3;

/** What stands there to be let tells of no firm. */
type Supply = Pick<OccupancyDetail, "lettableArea" | "units" | "seats">;

/** Figures as readers from outside the office get them: null where they are withheld. */
export type PublishedOccupancy = Supply & {
  [Key in Exclude<keyof OccupancyDetail, keyof Supply>]: OccupancyDetail[Key] | null;
};
export interface PublishedTree {
  total: PublishedOccupancy;
  byPark: Map<string, PublishedOccupancy>;
  byBuilding: Map<string, PublishedOccupancy>;
}
export type PublishedExpiry = {
  occupiedArea: string | null;
  buckets: { period: string; area: string | null; share: number | null }[];
};

/** The smallest place that has figures, the larger one that it adds up to, and the firms that its figure is made by. */
export interface FirmCell {
  place: string;
  within: string;
  firms: ReadonlySet<string>;
}

/** What is not told of a figure that adds up from places to larger ones, and from these to the whole. */
export interface Withheld {
  whole: boolean;
  within: Set<string>;
  places: Set<string>;
}

/**
 * Of which places a figure is withheld: of those made by one or two firms, and of the smallest others until what is
 * withheld together is made by three at least, so that no subtraction leaves one or two. A larger place that is
 * withheld is so with all its places: what is not told then falls into groups, the larger places together and the
 * places within each of the others, of which nothing but the group's sum can be known.
 * @param also what is withheld for another reason already
 */
export function findWithheldPlaces(cells: readonly FirmCell[], also?: Withheld): Withheld {
  const groups = new Map<string, FirmCell[]>();
  for (const cell of cells) groups.set(cell.within, [...(groups.get(cell.within) ?? []), cell]);
  const larger = [...groups].map(([key, some]) => ({ key, firms: union(some.map(({ firms }) => firms)) }));
  const within = hideUntilMany(larger, also?.within);
  const places = new Set(also?.places);
  for (const [key, some] of groups) {
    if (within.has(key)) for (const { place } of some) places.add(place);
    else {
      const inside = some.map(({ place, firms }) => ({ key: place, firms }));
      for (const place of hideUntilMany(inside, places)) places.add(place);
    }
  }
  const whole = Boolean(also?.whole) || isFew(union(larger.map(({ firms }) => firms)));
  return { whole, within, places };
}

type Part = { key: string; firms: ReadonlySet<string> };

/** Of parts whose sum is told: the few, and the smallest others until all that is withheld is made by many. */
function hideUntilMany(parts: Part[], already: Iterable<string> = []): Set<string> {
  const hidden = new Set(already);
  for (const { key, firms } of parts) if (isFew(firms)) hidden.add(key);
  const others = parts
    .filter(({ key, firms }) => firms.size > 0 && !hidden.has(key))
    .sort((a, b) => a.firms.size - b.firms.size || (a.key < b.key ? -1 : 1));
  for (const { key } of others) {
    const together = union(parts.filter((part) => hidden.has(part.key)).map(({ firms }) => firms));
    if (!isFew(together)) break;
    hidden.add(key);
  }
  return hidden;
}

/** One or two; nobody is no firm's figure. */
function isFew(firms: ReadonlySet<string>): boolean {
  return firms.size > 0 && firms.size < LEAST_FIRMS;
}

function union(sets: ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** By whom each kind of figure is made, building by building. */
export interface LettingFirms {
  /** In force on the day. */
  let: FirmCell[];
  /** In force and not in holdover: what WALE averages. */
  term: FirmCell[];
  /** Signed, and not begun. */
  committed: FirmCell[];
}

/** What is withheld of each kind of figure: what tells of who is there now, takes the others with it. */
export function findWithheldLetting(firms: LettingFirms) {
  const now = findWithheldPlaces(firms.let);
  return {
    now,
    term: findWithheldPlaces(firms.term, now),
    committed: findWithheldPlaces(firms.committed, now),
  };
}

/**
 * A day's figures for a reader who may not see rows. What is withheld is decided on the whole zone, and the same
 * whatever part of it is asked for. The supply is told of every place; so is of none what only some of its firms make:
 * holdover, lines that end, seats, assumed starts, and WALE by other ends.
 */
export function publishTree(tree: OccupancyTree, firms: LettingFirms, scope?: Scope): PublishedTree {
  const withheld = findWithheldLetting(firms);
  const publish = (figures: OccupancyDetail, isHidden: (kind: Withheld) => boolean) => {
    const hidden = {
      now: isHidden(withheld.now),
      term: isHidden(withheld.term),
      committed: isHidden(withheld.committed),
    };
    return withhold(figures, hidden);
  };
  const park = (id: string) => (kind: Withheld) => kind.within.has(id);
  const building = (id: string) => (kind: Withheld) => kind.places.has(id);
  const own =
    scope?.level === "PARK"
      ? park(scope.parkId)
      : scope?.level === "BUILDING"
        ? building(scope.buildingId)
        : (kind: Withheld) => kind.whole;
  const map = (all: Map<string, OccupancyDetail>, of: (id: string) => (kind: Withheld) => boolean) =>
    new Map([...all].map(([id, figures]) => [id, publish(figures, of(id))]));
  return {
    total: publish(tree.total, own),
    byPark: map(tree.byPark, park),
    byBuilding: map(tree.byBuilding, building),
  };
}

/** The figures of one place with what is withheld taken out. */
export function withhold(
  figures: OccupancyDetail,
  hidden: { now: boolean; term: boolean; committed: boolean },
): PublishedOccupancy {
  const ofSome = {
    ...{ seatsAllotted: null, seatRate: null, availableArea: null, availabilityRate: null, waleArea: null },
    ...{ waleToBreakYears: null, waleRenewedYears: null, holdoverArea: null, assumedStartArea: null },
  };
  const now = {
    ...{ occupiedArea: null, vacantArea: null, occupancyRate: null, vacancyRate: null, unitsOccupied: null },
    ...{ unitsOccupiedRate: null, unitsFullyLet: null, unitsFullyLetRate: null, tenants: null },
    registeredOnly: null,
  };
  return {
    ...figures,
    ...ofSome,
    ...(hidden.now && now),
    ...((hidden.now || hidden.committed) && { committedArea: null, committedRate: null }),
    ...((hidden.now || hidden.term) && { waleYears: null }),
  };
}

/**
 * The expiry profile of the whole zone for a reader who may not see rows. Quarters add up to years, so both are decided
 * together; whichever is asked for, the other could be asked for, too.
 * @param ends the firms of each quarter, within its year
 */
export function publishExpiry(profile: ExpiryProfile, ends: FirmCell[]): PublishedExpiry {
  const { whole, within, places } = findWithheldPlaces(ends);
  return {
    occupiedArea: whole ? null : profile.occupiedArea,
    buckets: profile.buckets.map((bucket) =>
      within.has(bucket.period) || places.has(bucket.period)
        ? { ...bucket, area: null, share: null }
        : bucket,
    ),
  };
}
