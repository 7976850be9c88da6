import { z } from "zod";
import { tick } from "@/lib/platform/values/text";

/** In the order in which one look at the timetable runs them: what writes mails before what sends them. */
export const jobNames = [
  "PURGE_EMPLOYEES",
  "TURN_ROUNDS",
  "REMIND_RETURNS",
  "SEND_DIGESTS",
  "SEND_MAILS",
] as const;

export const runJobSchema = z.object({ job: z.enum(jobNames), dryRun: tick() });

export type RunJobInput = z.output<typeof runJobSchema>;
