import type { CivilDate } from "@/lib/platform/dates/civil";

/** What a commitment's path and standing are computed from. Values are decimals to four places. */
export interface CommitmentFact {
  baselineValue: string;
  baselineOn: CivilDate;
  targetValue: string;
  targetOn: CivilDate;
  path: "LINEAR" | "STEPPED";
  /** Of a stepped path, in any order. */
  steps: { on: CivilDate; value: string }[];
  waivedOn: CivilDate | null;
}

/** A value as it was known on a day: measured, or worked out from the record. */
export interface Actual {
  value: string;
  on: CivilDate;
}

export const outcomes = ["OPEN", "MET", "PARTLY", "NOT_MET", "WAIVED", "NONE"] as const;
/** `NONE`: due, but target and baseline are one, so that nothing was to be moved. */
export type Outcome = (typeof outcomes)[number];

export interface CommitmentFigures {
  /** The last value by the day, else the baseline. */
  actual: string;
  /** The day of that value; null where it is the baseline. */
  actualOn: CivilDate | null;
  /** To four places, rounded once. */
  expected: string;
  /** 1 is the whole way; below 0 and above 1 as it is. Null where target and baseline are one. */
  attainment: number | null;
  /** 1 is on the path. Null where the path asks for nothing yet. */
  pace: number | null;
  outcome: Outcome;
}
