import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { conflict } from "@/lib/platform/errors/app-error";
import { withJobLock } from "@/lib/platform/jobs/lock";
import { retentionCutoff } from "@/lib/platform/jobs/settings";
import { listDuePurges } from "../employees/queries-purge";
import { purgeEmployees } from "../employees/service-purge";
import { inChangeSet } from "../in-change-set";
import { countDueMails } from "../mails/queries";
import { forgetMails, sendMails } from "../mails/service-send";
import { sendDigests } from "../notifications/service-digest";
import { turnRounds } from "../return-rounds/service-turns";
import type { RunJobInput } from "./schema";
import { remindReturns } from "./service-reminders";

type Counts = Record<string, number>;
type Job = (viewer: Viewer, dryRun: boolean) => Promise<Counts>;

/** Runs are told of for so long. */
const KEEP_MS = 90 * 24 * 3_600_000;

/** What each job does; a dry run counts the same and writes nothing. */
const jobs: Record<RunJobInput["job"], Job> = {
  PURGE_EMPLOYEES: async (viewer, dryRun) => {
    const cutoff = retentionCutoff();
    const due = await listDuePurges(viewer, cutoff);
    const counts = { people: due.people, firms: due.firms.length, files: due.files };
    if (dryRun) return counts;
    await forgetMails();
    await forgetRuns();
    if (counts.people + counts.files === 0) return counts;
    const { people, firms, files } = await purgeEmployees(viewer, { cutoff });
    return { people, firms, files };
  },
  TURN_ROUNDS: (viewer, dryRun) => turnRounds({ viewer, dryRun }),
  REMIND_RETURNS: (_, dryRun) => remindReturns({ dryRun }),
  SEND_DIGESTS: (_, dryRun) => sendDigests({ dryRun }),
  SEND_MAILS: async (_, dryRun) => (dryRun ? { due: await countDueMails() } : sendMails()),
};

/**
 * Runs a job now, and notes the run. One instance at a time: whoever comes second is told.
 * @throws AppError CONFLICT where it runs already; whatever the job throws, noted as a failure
 */
export async function runJob(viewer: Viewer, { job, dryRun }: RunJobInput) {
  const run = () =>
    withJobLock(job, async () => {
      const { id, changeSetId } = await inChangeSet(viewer, "jobs.run", null, async (tx) => {
        const data = { id: newId(), job, dryRun, byName: viewer.name };
        return tx.jobRun.create({ data, select: { id: true } });
      });
      try {
        const result = await jobs[job](viewer, dryRun);
        await end(id, { result });
        return { id, result, changeSetId };
      } catch (error) {
        await end(id, { failed: true });
        throw error;
      }
    });
  const done = await run();
  if (!done) throw conflict("jobs.errors.running");
  return done;
}

function end(id: string, outcome: { result: Counts } | { failed: true }) {
  return db.jobRun.update({ where: { id }, data: { ...outcome, endedAt: new Date() }, select: { id: true } });
}

/** Takes away what is told of runs long ago. @returns how many */
export async function forgetRuns(now: Date = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEEP_MS);
  return (await db.jobRun.deleteMany({ where: { startedAt: { lt: before } } })).count;
}
