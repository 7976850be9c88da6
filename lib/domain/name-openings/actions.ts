"use server";
import { defineAction } from "@/lib/platform/action/define";
import { createNameOpeningSchema } from "./schema";
import { createNameOpening } from "./service";

export const createNameOpeningAction = defineAction(createNameOpeningSchema, createNameOpening);
