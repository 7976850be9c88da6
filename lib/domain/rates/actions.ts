"use server";
import { defineAction } from "@/lib/platform/action/define";
import { createRateSchema, deleteRateSchema, pasteRatesSchema, updateRateSchema } from "./schema";
import { createRate, createRates, deleteRate, updateRate } from "./service";

export const createRateAction = defineAction(createRateSchema, createRate);
export const createRatesAction = defineAction(pasteRatesSchema, createRates);
export const updateRateAction = defineAction(updateRateSchema, updateRate);
export const deleteRateAction = defineAction(deleteRateSchema, deleteRate);
