import type { CivilDate } from "@/lib/platform/dates/civil";

/** One year's counts, of the year alone, as they were reported on a day. */
export interface CohortFact {
  year: number;
  /** What the path expects of the year; null where it takes its share of what is left. */
  path: number | null;
  planned: number;
  enrolled: number;
  completed: number;
  dropped: number;
  placed: number;
  reportedOn: CivilDate;
  source: string | null;
}

/** A programme with the cohorts that had been reported by the day. */
export interface ProgrammeFact {
  id: string;
  target: number;
  firstYear: number;
  lastYear: number;
  cohorts: CohortFact[];
}

export type ProgrammeRag = "GREEN" | "AMBER" | "RED" | "GREY";

export type ProgrammeReason =
  | { code: "FAR_BELOW" | "BELOW"; pace: number; threshold: number }
  | { code: "UNREPORTED"; year: number }
  | { code: "NOTHING_DUE" };

/** A year of the path: what is expected and what has been trained by its end, and its cohort if it is reported. */
export interface ProgrammeYear {
  year: number;
  path: number;
  expected: number;
  /** Running total of those who completed; null for a year that no cohort reports. */
  trained: number | null;
  cohort: CohortFact | null;
}

export interface ProgrammeFigures {
  /** Completed only. */
  trained: number;
  /** Beside it, never added. */
  enrolled: number;
  planned: number;
  dropped: number;
  placed: number;
  /** trained / target, at full precision. */
  attainment: number | null;
  /** The year by whose end the path is read; null before any year is due. */
  pathYear: number | null;
  /** People that the path expects by then, at full precision. */
  expected: number;
  /** expected / target. */
  path: number | null;
  /** trained / expected; null while nothing is expected. */
  pace: number | null;
  rag: ProgrammeRag;
  reasons: ProgrammeReason[];
  years: ProgrammeYear[];
}
