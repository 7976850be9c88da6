"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  approveBaselineSchema,
  cancelMilestoneSchema,
  completeMilestoneSchema,
  createMilestoneSchema,
  dependMilestoneSchema,
  forecastMilestoneSchema,
  proposeBaselineSchema,
  rebaselineMilestoneSchema,
  refuseBaselineSchema,
  releaseMilestoneSchema,
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
import { approveBaseline, proposeBaseline, refuseBaseline } from "./service-baselines";
import { dependMilestone, releaseMilestone } from "./service-dependencies";

export const createMilestoneAction = defineAction(createMilestoneSchema, createMilestone);
export const updateMilestoneAction = defineAction(updateMilestoneSchema, updateMilestone);
export const forecastMilestoneAction = defineAction(forecastMilestoneSchema, forecastMilestone);
export const completeMilestoneAction = defineAction(completeMilestoneSchema, completeMilestone);
export const cancelMilestoneAction = defineAction(cancelMilestoneSchema, cancelMilestone);
export const rebaselineMilestoneAction = defineAction(rebaselineMilestoneSchema, rebaselineMilestone);
export const proposeBaselineAction = defineAction(proposeBaselineSchema, proposeBaseline);
export const approveBaselineAction = defineAction(approveBaselineSchema, approveBaseline);
export const refuseBaselineAction = defineAction(refuseBaselineSchema, refuseBaseline);
export const dependMilestoneAction = defineAction(dependMilestoneSchema, dependMilestone);
export const releaseMilestoneAction = defineAction(releaseMilestoneSchema, releaseMilestone);
