import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import type { JobName } from "@/lib/platform/db/generated/enums";
import { assertCan } from "../permissions";

const SHOWN = 50;

/** The last runs of scheduled work, newest first. */
export async function listJobRuns(viewer: Viewer) {
  assertCan(viewer, "jobs.read");
  const rows = await db.jobRun.findMany({ orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: SHOWN });
  return rows.map(({ startedAt, endedAt, result, ...run }) => ({
    ...run,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    // Written by the service from counts.
    result: result as Record<string, number> | null,
  }));
}

/** When a job last ran to its end and in earnest. */
export async function getLastRun(job: JobName): Promise<Date | null> {
  const row = await db.jobRun.findFirst({
    where: { job, dryRun: false, failed: false, endedAt: { not: null } },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  return row?.startedAt ?? null;
}
