"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  createFormSchema,
  createFormVersionSchema,
  designFormSchema,
  retireFormSchema,
  updateFormSchema,
} from "./schema";
import {
  createFormVersion,
  createReturnForm,
  designReturnForm,
  retireReturnForm,
  updateReturnForm,
} from "./service";

export const createReturnFormAction = defineAction(createFormSchema, createReturnForm);
export const updateReturnFormAction = defineAction(updateFormSchema, updateReturnForm);
export const retireReturnFormAction = defineAction(retireFormSchema, retireReturnForm);
export const createFormVersionAction = defineAction(createFormVersionSchema, createFormVersion);
export const designReturnFormAction = defineAction(designFormSchema, designReturnForm);
