import { z } from "zod";
import { tick } from "@/lib/platform/values/text";

export const jobNames = ["PURGE_EMPLOYEES"] as const;

export const runJobSchema = z.object({ job: z.enum(jobNames), dryRun: tick() });

export type RunJobInput = z.output<typeof runJobSchema>;
