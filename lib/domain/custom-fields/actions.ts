"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  createCustomFieldSchema,
  deleteCustomFieldSchema,
  restoreCustomFieldSchema,
  retireCustomFieldSchema,
  updateCustomFieldSchema,
} from "./schema";
import {
  createCustomField,
  deleteCustomField,
  restoreCustomField,
  retireCustomField,
  updateCustomField,
} from "./service";

export const createCustomFieldAction = defineAction(createCustomFieldSchema, createCustomField);
export const updateCustomFieldAction = defineAction(updateCustomFieldSchema, updateCustomField);
export const retireCustomFieldAction = defineAction(retireCustomFieldSchema, retireCustomField);
export const restoreCustomFieldAction = defineAction(restoreCustomFieldSchema, restoreCustomField);
export const deleteCustomFieldAction = defineAction(deleteCustomFieldSchema, deleteCustomField);
