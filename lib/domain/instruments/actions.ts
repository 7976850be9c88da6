"use server";
import { defineAction } from "@/lib/platform/action/define";
import { createInstrumentSchema, updateInstrumentSchema } from "./schema";
import { createInstrument, updateInstrument } from "./service";

export const createInstrumentAction = defineAction(createInstrumentSchema, createInstrument);
export const updateInstrumentAction = defineAction(updateInstrumentSchema, updateInstrument);
