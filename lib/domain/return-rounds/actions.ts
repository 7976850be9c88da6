"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  cancelRoundSchema,
  closeRoundSchema,
  createRoundSchema,
  openRoundSchema,
  setStandingSchema,
  updateRoundSchema,
} from "./schema";
import { cancelRound, createRound, setRoundStanding, updateRound } from "./service";
import { closeRound, openRound } from "./service-turns";

export const createRoundAction = defineAction(createRoundSchema, createRound);
export const updateRoundAction = defineAction(updateRoundSchema, updateRound);
export const cancelRoundAction = defineAction(cancelRoundSchema, cancelRound);
export const openRoundAction = defineAction(openRoundSchema, openRound);
export const closeRoundAction = defineAction(closeRoundSchema, closeRound);
export const setRoundStandingAction = defineAction(setStandingSchema, setRoundStanding);
