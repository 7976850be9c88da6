"use server";
import { defineAction } from "@/lib/platform/action/define";
import { retryMailSchema } from "./schema";
import { retryMail } from "./service";

export const retryMailAction = defineAction(retryMailSchema, retryMail);
