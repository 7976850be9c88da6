import {
  createProgrammeSchema,
  recordCohortSchema,
  removeCohortSchema,
  updateProgrammeSchema,
} from "@/lib/domain/programmes/schema";
import {
  createProgramme,
  recordCohort,
  removeCohort,
  updateProgramme,
} from "@/lib/domain/programmes/service";
import { makeProgramme, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const years = () => ({
  code: unique("PG-"),
  nameEn: "A programme",
  target: 10,
  firstYear: 2023,
  lastYear: 2024,
});
const cohort = { year: 2023, completed: 1, reportedOn: "2023-12-31" };

/** The services of programmes, rates, instruments, policies and claims. */
export const paperAttempts: Attempts = {
  createProgramme: {
    verb: "programmes.create",
    prepare: async () => (viewer) => createProgramme(viewer, createProgrammeSchema.parse(years())),
  },
  updateProgramme: {
    verb: "programmes.update",
    prepare: async () => {
      const { id } = await makeProgramme();
      return (viewer) => updateProgramme(viewer, updateProgrammeSchema.parse({ id, version, ...years() }));
    },
  },
  recordCohort: {
    verb: "programmes.recordCohort",
    prepare: async () => {
      const { id } = await makeProgramme();
      return (viewer) => recordCohort(viewer, recordCohortSchema.parse({ id, version, ...cohort }));
    },
  },
  removeCohort: {
    verb: "programmes.removeCohort",
    prepare: async () => {
      const { id } = await makeProgramme();
      await recordCohort(system, recordCohortSchema.parse({ id, version, ...cohort }));
      const input = removeCohortSchema.parse({ id, version: 2, year: 2023, reason: "A mistake" });
      return (viewer) => removeCohort(viewer, input);
    },
  },
};
