import type { CivilDate } from "@/lib/platform/dates/civil";
import type { RoundStanding } from "@/lib/platform/db/generated/enums";

/** What a firm declared for a park at a date. */
export interface HeadcountFact {
  id: string;
  enterpriseId: string;
  parkId: string;
  on: CivilDate;
  total: number;
  own: number | null;
  dispatched: number | null;
  other: number | null;
  /** Of the round whose return declared it; null or none where no return did. */
  standing?: RoundStanding | null;
}

export interface FirmFact {
  enterpriseId: string;
  cluster: string;
  /** ISO 3166 alpha-2, or null where unknown. */
  country: string | null;
}

/** The published figure of one firm in one park. */
export interface HeadcountRow {
  headcountId: string;
  enterpriseId: string;
  parkId: string;
  cluster: string;
  country: string | null;
  on: CivilDate;
  total: number;
  /** Declared before the last completed quarter's end, so that it is an old figure carried on. */
  carriedForward: boolean;
  /** m² in force of the firm in the park, for its density. */
  occupiedArea: string;
  density: Density;
  /** Of the round that it was declared in, while its figures may move. */
  standing: Moving;
}

/** What a figure is called while it may move: provisional (p), revised (R). Final ones, and those of no round, are not. */
export type Moving = Exclude<RoundStanding, "FINAL"> | null;

export interface Density {
  /** m² a worker, or null where nobody works. */
  m2PerWorker: number | null;
  /** Outside 6–100 m² a worker: a figure to check. */
  outOfRange: boolean;
}

export interface HeadcountSums {
  total: number;
  carriedForward: number;
  /** Of the total, 0 to 1; null over nobody. */
  carriedForwardShare: number | null;
  /** m² occupied by the firms that the total counts, so that density compares like with like. */
  occupiedArea: string;
  density: Density;
  /** Provisional as soon as one of its figures is, else revised. */
  standing: Moving;
}

export interface HeadcountGroup<K> extends HeadcountSums {
  key: K;
  firms: number;
}

export interface HeadcountReport extends HeadcountSums {
  asOf: CivilDate;
  /** The last day of the latest completed quarter; what was declared before it is carried forward. */
  referenceOn: CivilDate;
  parks: HeadcountGroup<string>[];
  clusters: HeadcountGroup<string>[];
  countries: HeadcountGroup<string | null>[];
  rows: HeadcountRow[];
  /** Firms in the zone on the day that never declared for the park that they are in. */
  missing: { enterpriseId: string; parkId: string }[];
}
