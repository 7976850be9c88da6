"use server";
import { defineAction } from "@/lib/platform/action/define";
import { closeNameOpeningSchema, createNameOpeningSchema } from "./schema";
import { closeNameOpening, createNameOpening } from "./service";

export const createNameOpeningAction = defineAction(createNameOpeningSchema, createNameOpening);
export const closeNameOpeningAction = defineAction(closeNameOpeningSchema, closeNameOpening);
