import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import type { JobName } from "@/lib/platform/db/generated/enums";
import { listHeldLocks } from "@/lib/platform/jobs/lock";
import { assertCan } from "../permissions";
import { nextRun, type Runs } from "./rules";
import { jobNames } from "./schema";

const SHOWN = 50;

type Outcome = "DONE" | "FAILED" | "RUNNING" | "INTERRUPTED";

/**
 * The last runs of scheduled work, newest first. A run without an end is running while its lock is held; else it was
 * cut off, by a kill or a lost connection, and the next one takes up its work.
 */
export async function listJobRuns(viewer: Viewer) {
  assertCan(viewer, "jobs.read");
  const [rows, held] = await Promise.all([
    db.jobRun.findMany({ orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: SHOWN }),
    listHeldLocks(jobNames),
  ]);
  const newest = new Map<JobName, string>();
  for (const row of rows) if (!newest.has(row.job)) newest.set(row.job, row.id);
  return rows.map(({ startedAt, endedAt, result, ...run }) => {
    const running = !endedAt && held.has(run.job) && newest.get(run.job) === run.id;
    const outcome: Outcome = endedAt ? (run.failed ? "FAILED" : "DONE") : running ? "RUNNING" : "INTERRUPTED";
    return {
      ...run,
      outcome,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      /** How long it took, in milliseconds. */
      took: endedAt ? endedAt.getTime() - startedAt.getTime() : null,
      // Written by the service from counts.
      result: result as Record<string, number> | null,
    };
  });
}

/** Of each job: when it last began in earnest, when a run that came to its end began, and when it runs next. */
export async function listTimetable(viewer: Viewer, now: Date = new Date()) {
  assertCan(viewer, "jobs.read");
  const runs = await listLastRuns();
  return jobNames.map((job) => ({
    job,
    began: runs[job].began?.toISOString() ?? null,
    /** Null: at the next look. */
    next: nextRun(job, runs[job], now) <= now ? null : nextRun(job, runs[job], now).toISOString(),
    /** The last run in earnest did not come to its end. */
    troubled: Boolean(runs[job].began) && runs[job].began?.getTime() !== runs[job].done?.getTime(),
  }));
}

/** When each job last began in earnest, and last began a run that came to its end. One statement. */
export async function listLastRuns(): Promise<Record<JobName, Runs>> {
  const rows = await db.$queryRaw<({ job: JobName } & Runs)[]>`
    SELECT job::text AS job, max(started_at) AS began,
      max(started_at) FILTER (WHERE ended_at IS NOT NULL AND NOT failed) AS done
    FROM job_runs WHERE NOT dry_run GROUP BY job`;
  const found = new Map(rows.map(({ job, began, done }) => [job, { began, done }]));
  const none: Runs = { began: null, done: null };
  const of = (job: JobName) => found.get(job) ?? none;
  return {
    PURGE_EMPLOYEES: of("PURGE_EMPLOYEES"),
    TURN_ROUNDS: of("TURN_ROUNDS"),
    REMIND_RETURNS: of("REMIND_RETURNS"),
    SEND_DIGESTS: of("SEND_DIGESTS"),
    SEND_MAILS: of("SEND_MAILS"),
  };
}
