import "server-only";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { logger } from "@/lib/platform/log/logger";
import { countDueMails } from "../mails/queries";
import { listLastRuns } from "./queries";
import { nextRun } from "./rules";
import { jobNames } from "./schema";
import { runJob } from "./service";

/**
 * Runs each job whose time has come. Asked each minute by every instance; the job's own lock lets one through. An
 * outbox with nothing in it is no run, so that what is told of runs does not fill up with them.
 */
export async function runDueJobs(now: Date = new Date()): Promise<void> {
  const runs = await listLastRuns();
  for (const job of jobNames) {
    if (nextRun(job, runs[job], now) > now) continue;
    if (job === "SEND_MAILS" && (await countDueMails()) === 0) continue;
    await runJob(systemViewer("schedule"), { job, dryRun: false }).catch((error) =>
      logger.warn({ err: error, job }, "a job did not run"),
    );
  }
}

let looking = false;

/** One look at the timetable; what fails is logged, and looked at again in a minute. A long run is not doubled. */
export async function lookAtSchedule(): Promise<void> {
  if (looking) return;
  looking = true;
  await runDueJobs().catch((error) => logger.warn({ err: error }, "the timetable of jobs failed"));
  looking = false;
}
