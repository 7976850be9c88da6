"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  cancelMilestoneSchema,
  completeMilestoneSchema,
  createMilestoneSchema,
  forecastMilestoneSchema,
  rebaselineMilestoneSchema,
  updateMilestoneSchema,
} from "./schema";
import {
  cancelMilestone,
  completeMilestone,
  createMilestone,
  forecastMilestone,
  rebaselineMilestone,
  updateMilestone,
} from "./service";

export const createMilestoneAction = defineAction(createMilestoneSchema, createMilestone);
export const updateMilestoneAction = defineAction(updateMilestoneSchema, updateMilestone);
export const forecastMilestoneAction = defineAction(forecastMilestoneSchema, forecastMilestone);
export const completeMilestoneAction = defineAction(completeMilestoneSchema, completeMilestone);
export const cancelMilestoneAction = defineAction(cancelMilestoneSchema, cancelMilestone);
export const rebaselineMilestoneAction = defineAction(rebaselineMilestoneSchema, rebaselineMilestone);
