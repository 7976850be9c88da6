"use server";

import { defineAction } from "@/lib/platform/action/define";
import {
  chooseColumnsSchema,
  createViewSchema,
  deleteViewSchema,
  redrawViewSchema,
  updateViewSchema,
} from "./schema";
import { chooseColumns, createView, deleteView, redrawView, updateView } from "./service";

export const createViewAction = defineAction(createViewSchema, createView);
export const updateViewAction = defineAction(updateViewSchema, updateView);
export const redrawViewAction = defineAction(redrawViewSchema, redrawView);
export const deleteViewAction = defineAction(deleteViewSchema, deleteView);
export const chooseColumnsAction = defineAction(chooseColumnsSchema, chooseColumns);
