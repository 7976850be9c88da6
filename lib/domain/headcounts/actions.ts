"use server";
import { defineAction } from "@/lib/platform/action/define";
import { createHeadcountSchema, deleteHeadcountSchema, updateHeadcountSchema } from "./schema";
import { createHeadcount, deleteHeadcount, updateHeadcount } from "./service";

export const createHeadcountAction = defineAction(createHeadcountSchema, createHeadcount);
export const updateHeadcountAction = defineAction(updateHeadcountSchema, updateHeadcount);
export const deleteHeadcountAction = defineAction(deleteHeadcountSchema, deleteHeadcount);
