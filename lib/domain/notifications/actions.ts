"use server";
import { defineAction } from "@/lib/platform/action/define";
import { chooseWaysSchema, closeCalendarSchema, markReadSchema, openCalendarSchema } from "./schema";
import { chooseWays, closeCalendar, markRead, openCalendar } from "./service-choices";

export const markReadAction = defineAction(markReadSchema, markRead);
export const chooseWaysAction = defineAction(chooseWaysSchema, chooseWays);
export const openCalendarAction = defineAction(openCalendarSchema, openCalendar);
export const closeCalendarAction = defineAction(closeCalendarSchema, closeCalendar);
