"use server";
import { defineAction } from "@/lib/platform/action/define";
import { runJobSchema } from "./schema";
import { runJob } from "./service";

export const runJobAction = defineAction(runJobSchema, runJob);
