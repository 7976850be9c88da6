import { recordCohortSchema, removeCohortSchema } from "@/lib/domain/programmes/schema";
import { recordCohort, removeCohort } from "@/lib/domain/programmes/service";
import { act, at } from "./declare";

/** What the office does to programmes, rates, instruments, policies and claims beside changing their fields. */
export const paperActs = {
  recordCohort: act(
    "recordCohort",
    "programmes.recordCohort",
    at.programme,
    "cohorts",
    recordCohortSchema,
    recordCohort,
  ),
  removeCohort: act(
    "removeCohort",
    "programmes.removeCohort",
    at.programme,
    "remove-cohort",
    removeCohortSchema,
    removeCohort,
  ),
};
