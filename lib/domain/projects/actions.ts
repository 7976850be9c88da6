"use server";
import { defineAction } from "@/lib/platform/action/define";
import { previewProjects } from "./queries-many";
import {
  addAmountSchema,
  cancelProjectSchema,
  changeAmountSchema,
  changeEntrySchema,
  changeProjectsSchema,
  closeEntrySchema,
  createProjectSchema,
  declareRagSchema,
  raiseEntrySchema,
  removeAmountSchema,
  reopenEntrySchema,
  reportProjectSchema,
  updateProjectSchema,
  withdrawRagSchema,
} from "./schema";
import { cancelProject, createProject, reportProject, updateProject } from "./service";
import { changeProjects } from "./service-many";
import { addAmount, changeAmount, removeAmount } from "./service-money";
import { declareRag, withdrawRag } from "./service-rag";
import { changeEntry, closeEntry, raiseEntry, reopenEntry } from "./service-register";

export const createProjectAction = defineAction(createProjectSchema, createProject);
export const updateProjectAction = defineAction(updateProjectSchema, updateProject);
export const cancelProjectAction = defineAction(cancelProjectSchema, cancelProject);
export const reportProjectAction = defineAction(reportProjectSchema, reportProject);
export const changeProjectsAction = defineAction(changeProjectsSchema, changeProjects);
/** What it would do, asked while the form is filled in. */
export const previewProjectsAction = defineAction(changeProjectsSchema, previewProjects);

export const addAmountAction = defineAction(addAmountSchema, addAmount);
export const changeAmountAction = defineAction(changeAmountSchema, changeAmount);
export const removeAmountAction = defineAction(removeAmountSchema, removeAmount);
export const raiseEntryAction = defineAction(raiseEntrySchema, raiseEntry);
export const changeEntryAction = defineAction(changeEntrySchema, changeEntry);
export const closeEntryAction = defineAction(closeEntrySchema, closeEntry);
export const reopenEntryAction = defineAction(reopenEntrySchema, reopenEntry);
export const declareRagAction = defineAction(declareRagSchema, declareRag);
export const withdrawRagAction = defineAction(withdrawRagSchema, withdrawRag);
