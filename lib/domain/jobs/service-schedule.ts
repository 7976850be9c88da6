import "server-only";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { logger } from "@/lib/platform/log/logger";
import { getLastRun } from "./queries";
import { jobNames } from "./schema";
import { runJob } from "./service";

const HOUR_MS = 3_600_000;
/** A little less than a day, so that a run that is late by minutes does not wander through the clock. */
const DAY_MS = 23 * HOUR_MS;

/** Runs each job that has not run for a day. Asked each hour by every instance; the job's own lock lets one through. */
export async function runDueJobs(now: Date = new Date()): Promise<void> {
  for (const job of jobNames) {
    const last = await getLastRun(job);
    if (last && now.getTime() - last.getTime() < DAY_MS) continue;
    await runJob(systemViewer("schedule"), { job, dryRun: false }).catch((error) =>
      logger.warn({ err: error, job }, "a job did not run"),
    );
  }
}

/** One look at the timetable; what fails is logged, and looked at again in an hour. */
export async function lookAtSchedule(): Promise<void> {
  await runDueJobs().catch((error) => logger.warn({ err: error }, "the timetable of jobs failed"));
}
