import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import type { RentRollState } from "@/lib/reports/occupancy/types";

export const RENT_ROLL_FILTERS = ["ALL", "LET", "EXPIRING", "HOLDOVER", "COMMITTED", "VACANT"] as const;

export type RentRollFilter = (typeof RENT_ROLL_FILTERS)[number];

const IN_FORCE = ["IN_OCCUPATION", "EXPIRING", "HOLDOVER"] as const;

const STATES: Record<RentRollFilter, readonly RentRollState[] | undefined> = {
  ALL: undefined,
  LET: IN_FORCE,
  EXPIRING: ["EXPIRING"],
  HOLDOVER: ["HOLDOVER"],
  COMMITTED: [...IN_FORCE, "COMMITTED"],
  VACANT: ["VACANT"],
};

/** The states of the rows that a filter shows; all of them without one. */
export function toStates(filter: RentRollFilter = "ALL"): readonly RentRollState[] | undefined {
  return STATES[filter];
}

export const rentRollSchema = listParams({
  sort: ["unit"],
  defaultSort: "unit",
  filters: { state: oneOf(RENT_ROLL_FILTERS) },
});
