"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  createLeaseSchema,
  holdOverLeaseSchema,
  moveInLeaseSchema,
  moveOutLeaseSchema,
  terminateLeaseSchema,
  updateLeaseSchema,
} from "./schema";
import { createLease, updateLease } from "./service";
import { holdOverLease, moveInLease, moveOutLease, terminateLease } from "./service-verbs";

export const createLeaseAction = defineAction(createLeaseSchema, createLease);
export const updateLeaseAction = defineAction(updateLeaseSchema, updateLease);
export const moveInLeaseAction = defineAction(moveInLeaseSchema, moveInLease);
export const terminateLeaseAction = defineAction(terminateLeaseSchema, terminateLease);
export const moveOutLeaseAction = defineAction(moveOutLeaseSchema, moveOutLease);
export const holdOverLeaseAction = defineAction(holdOverLeaseSchema, holdOverLease);
