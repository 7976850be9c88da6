"use server";
import { defineAction } from "@/lib/platform/action/define";
import { closeParkSchema, createParkSchema, updateParkSchema } from "./schema";
import { closePark, createPark, updatePark } from "./service";

export const createParkAction = defineAction(createParkSchema, createPark);
export const updateParkAction = defineAction(updateParkSchema, updatePark);
export const closeParkAction = defineAction(closeParkSchema, closePark);
