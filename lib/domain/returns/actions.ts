"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  acceptReturnSchema,
  acceptReturnsSchema,
  allowLateSchema,
  correctReturnSchema,
  endLateSchema,
  exemptReturnSchema,
  includeReturnSchema,
  saveDraftSchema,
  sendBackSchema,
  submitReturnSchema,
} from "./schema";
import { saveDraft, submitReturn } from "./service";
import { allowLateReturn, endLateReturn, exemptReturn, includeReturn } from "./service-asking";
import { acceptReturn, acceptReturns, correctReturn, sendReturnBack } from "./service-decisions";

export const saveDraftAction = defineAction(saveDraftSchema, saveDraft);
export const submitReturnAction = defineAction(submitReturnSchema, submitReturn);
export const acceptReturnAction = defineAction(acceptReturnSchema, acceptReturn);
export const acceptReturnsAction = defineAction(acceptReturnsSchema, acceptReturns);
export const sendReturnBackAction = defineAction(sendBackSchema, sendReturnBack);
export const correctReturnAction = defineAction(correctReturnSchema, correctReturn);
export const exemptReturnAction = defineAction(exemptReturnSchema, exemptReturn);
export const includeReturnAction = defineAction(includeReturnSchema, includeReturn);
export const allowLateReturnAction = defineAction(allowLateSchema, allowLateReturn);
export const endLateReturnAction = defineAction(endLateSchema, endLateReturn);
