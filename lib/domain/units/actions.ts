"use server";
import { defineAction } from "@/lib/platform/action/define";
import { closeUnitSchema, createUnitSchema, updateUnitSchema } from "./schema";
import { closeUnit, createUnit, updateUnit } from "./service";

export const createUnitAction = defineAction(createUnitSchema, createUnit);
export const updateUnitAction = defineAction(updateUnitSchema, updateUnit);
export const closeUnitAction = defineAction(closeUnitSchema, closeUnit);
