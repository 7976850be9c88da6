"use server";
import { defineAction, defineSearch } from "@/lib/platform/action/define";
import { titleOf } from "@/lib/platform/i18n/names";
import { listAgreementOptions } from "./queries-agreements";
import { previewProjects } from "./queries-many";
import {
  cancelProjectSchema,
  changeProjectsSchema,
  createProjectSchema,
  reportProjectSchema,
  updateProjectSchema,
} from "./schema";
import { cancelProject, createProject, reportProject, updateProject } from "./service";
import { changeProjects } from "./service-many";

export const createProjectAction = defineAction(createProjectSchema, createProject);
export const updateProjectAction = defineAction(updateProjectSchema, updateProject);
export const cancelProjectAction = defineAction(cancelProjectSchema, cancelProject);
export const reportProjectAction = defineAction(reportProjectSchema, reportProject);
export const changeProjectsAction = defineAction(changeProjectsSchema, changeProjects);
/** What it would do, asked while the form is filled in. */
export const previewProjectsAction = defineAction(changeProjectsSchema, previewProjects);

/** Type-ahead: the agreements that a project may keep, by code and title. */
export const searchAgreementOptionsAction = defineSearch(async (viewer, query) =>
  (await listAgreementOptions(viewer, query)).map((agreement) => ({
    value: agreement.id,
    label: `${agreement.code} ${titleOf(viewer.locale, agreement)}`,
  })),
);
