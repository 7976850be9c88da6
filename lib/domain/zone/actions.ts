"use server";
import { defineAction } from "@/lib/platform/action/define";
import { updateZoneSchema } from "./schema";
import { updateZone } from "./service";

export const updateZoneAction = defineAction(updateZoneSchema, updateZone);
