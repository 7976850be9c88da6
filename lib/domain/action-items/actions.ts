"use server";
import { defineAction, defineSearch } from "@/lib/platform/action/define";
import { titleOf } from "@/lib/platform/i18n/names";
import { listProjectOptions } from "../projects/queries-options";
import {
  completeActionItemSchema,
  createActionItemSchema,
  dropActionItemSchema,
  reopenActionItemSchema,
  updateActionItemSchema,
} from "./schema";
import {
  completeActionItem,
  createActionItem,
  dropActionItem,
  reopenActionItem,
  updateActionItem,
} from "./service";

export const createActionItemAction = defineAction(createActionItemSchema, createActionItem);
export const updateActionItemAction = defineAction(updateActionItemSchema, updateActionItem);
export const completeActionItemAction = defineAction(completeActionItemSchema, completeActionItem);
export const dropActionItemAction = defineAction(dropActionItemSchema, dropActionItem);
export const reopenActionItemAction = defineAction(reopenActionItemSchema, reopenActionItem);

/** Type-ahead: the projects within reach that match, titled in the reader's language. */
export const searchItemProjectsAction = defineSearch(async (viewer, query) =>
  (await listProjectOptions(viewer, query)).map((project) => ({
    value: project.id,
    label: titleOf(viewer.locale, project),
    hint: project.code,
  })),
);
