"use server";
import { defineAction } from "@/lib/platform/action/define";
import { cancelProjectSchema, createProjectSchema, reportProjectSchema, updateProjectSchema } from "./schema";
import { cancelProject, createProject, reportProject, updateProject } from "./service";

export const createProjectAction = defineAction(createProjectSchema, createProject);
export const updateProjectAction = defineAction(updateProjectSchema, updateProject);
export const cancelProjectAction = defineAction(cancelProjectSchema, cancelProject);
export const reportProjectAction = defineAction(reportProjectSchema, reportProject);
