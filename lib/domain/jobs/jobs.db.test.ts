import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { withJobLock } from "@/lib/platform/jobs/lock";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeViewer, system } from "@/lib/testing/factories";
import { listJobRuns, listTimetable } from "./queries";
import { forgetRuns, runJob } from "./service";
import { runDueJobs } from "./service-schedule";

beforeEach(resetDatabase);

const hour = 3_600_000;
/** Without the day's summaries: whether they are due depends on the hour at which this runs (rules.test.ts). */
const runsOf = async () =>
  (await db.jobRun.findMany({ where: { job: { not: "SEND_DIGESTS" } }, orderBy: { startedAt: "asc" } })).map(
    ({ job }) => job,
  );

/** Ends the connection that holds a job's lock, as a lost network does. */
async function cutConnection(): Promise<void> {
  await (await ownerClient()).query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1",
  );
}

describe("the timetable", () => {
  it("runs what is due, in order, and not what ran lately", async () => {
    await runDueJobs(new Date());
    expect((await runsOf()).sort()).toEqual(["PURGE_EMPLOYEES", "REMIND_RETURNS", "TURN_ROUNDS"]);
    await runDueJobs(new Date());
    expect(await runsOf()).toHaveLength(3);
    await runDueJobs(new Date(Date.now() + hour));
    // Rounds are turned before their firms are reminded.
    expect((await runsOf()).slice(-2)).toEqual(["TURN_ROUNDS", "REMIND_RETURNS"]);
  });

  it("notes no run of an outbox with nothing in it, and one where there is a mail", async () => {
    await runDueJobs(new Date());
    expect(await runsOf()).not.toContain("SEND_MAILS");
    const words = { subject: "S", text: "T", html: "H", address: "a@firm.example", locale: "en" };
    await db.mail.create({ data: { key: "k", kind: "RETURN_OPENED", ...words } });
    await runDueJobs(new Date());
    expect(await db.jobRun.findFirst({ where: { job: "SEND_MAILS" } })).toMatchObject({
      failed: false,
      result: { sent: 0, later: 1, failed: 0, kept: 0 },
    });
  });

  it("runs each job once where two instances look at once", async () => {
    await Promise.all([runDueJobs(new Date()), runDueJobs(new Date())]);
    const runs = await runsOf();
    // The second may come when the first is done: then it runs again and finds nothing, which harms nobody.
    expect(runs.length).toBeLessThanOrEqual(6);
    expect(new Set(runs).size).toBe(3);
  });
});

describe("a run without an end", () => {
  it("is running while its lock is held, and was interrupted when it is not", async () => {
    const admin = await makeViewer("ADMIN");
    await db.jobRun.create({ data: { job: "REMIND_RETURNS", byName: "gone" } });
    expect(await listJobRuns(admin)).toMatchObject([{ outcome: "INTERRUPTED" }]);
    await withJobLock("REMIND_RETURNS", async () => {
      await db.jobRun.create({ data: { job: "REMIND_RETURNS", byName: "here", startedAt: new Date() } });
      expect((await listJobRuns(admin)).map(({ outcome }) => outcome)).toEqual(["RUNNING", "INTERRUPTED"]);
    });
    // It stops nobody: the next run does the work.
    await runJob(system, { job: "REMIND_RETURNS", dryRun: false });
    expect((await listJobRuns(admin))[0]).toMatchObject({
      outcome: "DONE",
      result: { reminded: 0, owners: 0 },
    });
  });

  it("does not end this process when its connection is lost in the middle, and frees the lock", async () => {
    const result = await withJobLock("SEND_DIGESTS", async () => {
      await cutConnection();
      // Whoever comes now gets the lock: the work itself must bear two of it, as each job does.
      await expect.poll(() => withJobLock("SEND_DIGESTS", async () => "second")).toBe("second");
      return "first";
    });
    expect(result).toBe("first");
    expect(await withJobLock("SEND_DIGESTS", async () => "after")).toBe("after");
  });

  it("is tried again after ten minutes", async () => {
    await runJob(system, { job: "PURGE_EMPLOYEES", dryRun: false });
    await runJob(system, { job: "SEND_DIGESTS", dryRun: false });
    await db.jobRun.create({ data: { job: "REMIND_RETURNS", byName: "gone", startedAt: new Date() } });
    await runDueJobs(new Date(Date.now() + 9 * 60_000));
    expect((await runsOf()).filter((job) => job === "REMIND_RETURNS")).toHaveLength(1);
    await runDueJobs(new Date(Date.now() + 11 * 60_000));
    expect((await runsOf()).filter((job) => job === "REMIND_RETURNS")).toHaveLength(2);
  });
});

it("the administrator sees when each job last began and runs next, and whether it came to its end", async () => {
  const admin = await makeViewer("ADMIN");
  const before = await listTimetable(admin);
  expect(before.map(({ job, began }) => [job, began])).toEqual([
    ["PURGE_EMPLOYEES", null],
    ["TURN_ROUNDS", null],
    ["REMIND_RETURNS", null],
    ["SEND_DIGESTS", null],
    ["SEND_MAILS", null],
  ]);
  await runJob(system, { job: "REMIND_RETURNS", dryRun: false });
  await db.jobRun.create({
    data: { job: "SEND_DIGESTS", byName: "failed", failed: true, endedAt: new Date() },
  });
  const after = new Map((await listTimetable(admin)).map((row) => [row.job, row]));
  expect(after.get("REMIND_RETURNS")).toMatchObject({ troubled: false, next: expect.any(String) });
  expect(after.get("SEND_DIGESTS")).toMatchObject({ troubled: true });
  await expect(listTimetable(await makeViewer("MANAGER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(listJobRuns(await makeViewer("OFFICER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("what is told of runs goes after ninety days", async () => {
  const day = 24 * hour;
  await db.jobRun.create({
    data: { job: "REMIND_RETURNS", byName: "old", startedAt: new Date(Date.now() - 91 * day) },
  });
  await db.jobRun.create({
    data: { job: "REMIND_RETURNS", byName: "new", startedAt: new Date(Date.now() - 89 * day) },
  });
  expect(await forgetRuns()).toBe(1);
  expect(await db.jobRun.findMany()).toMatchObject([{ byName: "new" }]);
});
