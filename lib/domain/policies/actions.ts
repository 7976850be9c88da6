"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  addVersionSchema,
  createPolicySchema,
  endVersionSchema,
  removeVersionSchema,
  updatePolicySchema,
  updateVersionSchema,
} from "./schema";
import { createPolicy, updatePolicy } from "./service";
import {
  addPolicyVersion,
  endPolicyVersion,
  removePolicyVersion,
  updatePolicyVersion,
} from "./service-versions";

export const createPolicyAction = defineAction(createPolicySchema, createPolicy);
export const updatePolicyAction = defineAction(updatePolicySchema, updatePolicy);
export const addPolicyVersionAction = defineAction(addVersionSchema, addPolicyVersion);
export const updatePolicyVersionAction = defineAction(updateVersionSchema, updatePolicyVersion);
export const endPolicyVersionAction = defineAction(endVersionSchema, endPolicyVersion);
export const removePolicyVersionAction = defineAction(removeVersionSchema, removePolicyVersion);
