"use server";
import { defineAction } from "@/lib/platform/action/define";
import { createMeetingSchema, createSeriesSchema, updateMeetingSchema, updateSeriesSchema } from "./schema";
import { createMeeting, updateMeeting } from "./service";
import { createSeries, updateSeries } from "./service-series";

export const createMeetingAction = defineAction(createMeetingSchema, createMeeting);
export const updateMeetingAction = defineAction(updateMeetingSchema, updateMeeting);
export const createSeriesAction = defineAction(createSeriesSchema, createSeries);
export const updateSeriesAction = defineAction(updateSeriesSchema, updateSeries);
