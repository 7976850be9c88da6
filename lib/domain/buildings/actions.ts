"use server";
import { defineAction } from "@/lib/platform/action/define";
import { closeBuildingSchema, createBuildingSchema, updateBuildingSchema } from "./schema";
import { closeBuilding, createBuilding, updateBuilding } from "./service";

export const createBuildingAction = defineAction(createBuildingSchema, createBuilding);
export const updateBuildingAction = defineAction(updateBuildingSchema, updateBuilding);
export const closeBuildingAction = defineAction(closeBuildingSchema, closeBuilding);
