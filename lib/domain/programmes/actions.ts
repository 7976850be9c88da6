"use server";
import { defineAction, defineSearch } from "@/lib/platform/action/define";
import { nameOf } from "@/lib/platform/i18n/names";
import { listProgrammeOptions } from "./queries";
import {
  createProgrammeSchema,
  recordCohortSchema,
  removeCohortSchema,
  updateProgrammeSchema,
} from "./schema";
import { createProgramme, recordCohort, removeCohort, updateProgramme } from "./service";

export const createProgrammeAction = defineAction(createProgrammeSchema, createProgramme);
export const updateProgrammeAction = defineAction(updateProgrammeSchema, updateProgramme);
export const recordCohortAction = defineAction(recordCohortSchema, recordCohort);
export const removeCohortAction = defineAction(removeCohortSchema, removeCohort);

/** Type-ahead: programmes by code or name. */
export const searchProgrammesAction = defineSearch(async (viewer, query) =>
  (await listProgrammeOptions(viewer, query)).map((programme) => ({
    value: programme.id,
    label: nameOf(viewer.locale, programme),
    hint: programme.code,
  })),
);
