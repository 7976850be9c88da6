"use server";
import { defineAction, defineSearch } from "@/lib/platform/action/define";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { listProgrammeOptions } from "../programmes/queries";
import { listProjectOptions } from "../projects/queries-options";
import {
  correctMeasurementSchema,
  createCommitmentSchema,
  measureCommitmentSchema,
  removeMeasurementSchema,
  unwaiveCommitmentSchema,
  updateCommitmentSchema,
  waiveCommitmentSchema,
} from "./schema";
import { createCommitment, unwaiveCommitment, updateCommitment, waiveCommitment } from "./service";
import { correctMeasurement, measureCommitment, removeMeasurement } from "./service-measurements";

export const createCommitmentAction = defineAction(createCommitmentSchema, createCommitment);
export const updateCommitmentAction = defineAction(updateCommitmentSchema, updateCommitment);
export const waiveCommitmentAction = defineAction(waiveCommitmentSchema, waiveCommitment);
export const unwaiveCommitmentAction = defineAction(unwaiveCommitmentSchema, unwaiveCommitment);
export const measureCommitmentAction = defineAction(measureCommitmentSchema, measureCommitment);
export const correctMeasurementAction = defineAction(correctMeasurementSchema, correctMeasurement);
export const removeMeasurementAction = defineAction(removeMeasurementSchema, removeMeasurement);

/** Type-ahead of the form: projects by code and title. */
export const searchProjectOptionsAction = defineSearch(async (viewer, query) =>
  (await listProjectOptions(viewer, query)).map((project) => ({
    value: project.id,
    label: `${project.code} ${titleOf(viewer.locale, project)}`,
  })),
);

/** Type-ahead of the form: programmes by code and name. */
export const searchProgrammeOptionsAction = defineSearch(async (viewer, query) =>
  (await listProgrammeOptions(viewer, query)).map((programme) => ({
    value: programme.id,
    label: `${programme.code} ${nameOf(viewer.locale, programme)}`,
  })),
);
