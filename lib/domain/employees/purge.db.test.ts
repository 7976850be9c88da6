import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db, pool } from "@/lib/platform/db/client";
import { listRosterRows } from "@/lib/reports/roster/facts";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { listUndoableOf } from "../change-sets/queries";
import { undoChangeSet } from "../change-sets/service";
import { listJobRuns } from "../jobs/queries";
import { runJob } from "../jobs/service";
import { runDueJobs } from "../jobs/service-schedule";
import { listDuePurges } from "./queries-purge";
import { createEmployeeSchema, updateEmployeeSchema } from "./schema";
import { createEmployee, createEmployees, updateEmployee } from "./service";
import { purgeEmployees } from "./service-purge";

const cutoff = toCivil("2022-01-01");
const on = toCivil("2021-06-30");
let at: { enterpriseId: string; parkId: string };

beforeAll(resetDatabase);
beforeEach(async () => {
  at = { enterpriseId: (await makeFirm()).id, parkId: (await makePark()).id };
});

const input = (given: object = {}) =>
  createEmployeeSchema.parse({
    ...at,
    ...{
      name: "Long Gone",
      joinedOn: "2020-03-01",
      leftOn: "2021-12-31",
      nationality: "SG",
      permitClass: "WORK_A",
    },
    ...{ staffNo: "Q-77", degree: "DOCTOR", employment: "DISPATCHED" },
    ...given,
  });

/** Everything that the database holds of a row, its history with it. */
async function tracesOf(id: string): Promise<string> {
  const { rows } = await (await ownerClient()).query<{ all: string }>(
    `SELECT concat_ws(' ', (SELECT e::text FROM employees e WHERE e.id = $1),
      (SELECT string_agg(c.before::text || ' ' || coalesce(c.after::text, ''), ' ') FROM changes c WHERE c.row_id = $1),
      (SELECT string_agg(c.after::text, ' ') FROM changes c WHERE c.row_id = $1)) AS all`,
    [id],
  );
  return rows[0]?.all ?? "";
}

describe("the purge of whoever left long ago", () => {
  it("takes what is personal out of row, history and names, and leaves the counts of past days", async () => {
    const { id } = await createEmployee(system, input());
    const renamed = {
      id,
      version: 1,
      name: "Longer Gone",
      ...{ joinedOn: "2020-03-01", leftOn: "2021-12-31" },
    };
    await updateEmployee(
      system,
      updateEmployeeSchema.parse({ ...renamed, staffNo: "Q-78", employment: "DISPATCHED" }),
    );
    const stays = await createEmployee(
      system,
      input({ staffNo: "Q-79", name: "Still Kept", leftOn: "2022-01-01" }),
    );
    const names = await db.employeeName.count();
    const before = await listRosterRows(system, on, at.enterpriseId);
    expect((await listDuePurges(system, cutoff)).firms).toMatchObject([{ id: at.enterpriseId, people: 1 }]);
    expect(await purgeEmployees(system, { cutoff })).toMatchObject({ people: 1, firms: 1 });
    // Both of the person's names, and nobody else's.
    expect(await db.employeeName.count()).toBe(names - 2);
    expect(await tracesOf(id)).not.toMatch(/SG|WORK_A|Q-7|DOCTOR|name_id": "/);
    expect(await tracesOf(stays.id)).toMatch(/WORK_A/);
    expect(await listRosterRows(system, on, at.enterpriseId)).toEqual(before);
    expect(before[0]?.count).toMatchObject({ joined: 2, dispatched: 2, counted: 2 });
    expect((await listDuePurges(system, cutoff)).people).toBe(0);
    await expect(
      updateEmployee(system, updateEmployeeSchema.parse({ ...renamed, version: 3 })),
    ).rejects.toMatchObject({ message: "employees.errors.purged" });
  });

  it("cannot be undone, neither itself nor what would bring names back", async () => {
    const officer = await makeViewer("ADMIN");
    const { ids, changeSetId } = await createEmployees(system, [input(), input({ staffNo: "Q-80" })]);
    const taken = await undoChangeSet(officer, { id: changeSetId });
    const purge = await purgeEmployees(system, { cutoff });
    const one = { id: purge.changeSetId, verb: "employees.purge", actorId: null, undone: false };
    expect(await listUndoableOf(db, officer, [one])).toEqual(new Set());
    expect(purge.people).toBe(0);
    // Rows that an undo took away go once that is as long ago.
    expect(await tracesOf(ids[0] ?? "")).toMatch(/WORK_A/);
    await purgeEmployees(system, { cutoff: toCivil("2100-01-01") });
    expect(await tracesOf(ids[0] ?? "")).not.toMatch(/WORK_A|name_id": "/);
    await expect(undoChangeSet(officer, { id: taken.changeSetId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await db.employee.count({ where: { enterpriseId: at.enterpriseId } })).toBe(0);
  });

  it("is the one thing for which the history may be rewritten", async () => {
    const { id } = await createEmployee(system, input({ leftOn: "" }));
    const client = await ownerClient();
    const tries = [
      // Somebody who was not purged.
      `UPDATE changes SET after = after - employee_personal_columns() WHERE row_id = '${id}'`,
      // Another table.
      `UPDATE changes SET after = after - employee_personal_columns() WHERE table_name = 'enterprises'`,
      "DELETE FROM changes",
    ];
    for (const sql of tries) await expect(client.query(sql), sql).rejects.toThrow(/changes_append_only/);
    const gone = await createEmployee(system, input({ staffNo: "Q-99" }));
    await purgeEmployees(system, { cutoff });
    for (const set of [
      "after = '{}'",
      "op = 'D'",
      "before = '{}'",
      `after = jsonb_set(after, '{joined_on}', '"2000-01-01"')`,
    ]) {
      const sql = `UPDATE changes SET ${set} WHERE row_id = '${gone.id}'`;
      await expect(client.query(sql), sql).rejects.toThrow(/changes_append_only/);
    }
  });
});

describe("the job", () => {
  it("counts and writes nothing in a dry run, purges in earnest, and notes both", async () => {
    const admin = await makeViewer("ADMIN");
    await createEmployees(system, [input(), input({ staffNo: "Q-81" })]);
    const dry = await runJob(admin, { job: "PURGE_EMPLOYEES", dryRun: true });
    expect(dry.result).toEqual({ people: 2, firms: 1, files: 0 });
    expect(await db.employee.count({ where: { enterpriseId: at.enterpriseId, purgedAt: null } })).toBe(2);
    const run = await runJob(admin, { job: "PURGE_EMPLOYEES", dryRun: false });
    expect(run.result).toEqual({ people: 2, firms: 1, files: 0 });
    expect(await db.employee.count({ where: { enterpriseId: at.enterpriseId, purgedAt: null } })).toBe(0);
    const [last, first] = await listJobRuns(admin);
    expect(last).toMatchObject({ dryRun: false, byName: admin.name, failed: false, result: { people: 2 } });
    expect(first).toMatchObject({ dryRun: true, result: { people: 2 } });
  });

  it("runs in one place at a time", async () => {
    const other = await pool().connect();
    await other.query("SELECT pg_advisory_lock(hashtextextended('tenantry job PURGE_EMPLOYEES', 0))");
    const refused = runJob(system, { job: "PURGE_EMPLOYEES", dryRun: true });
    await expect(refused).rejects.toMatchObject({ message: "jobs.errors.running" });
    await other.query("SELECT pg_advisory_unlock(hashtextextended('tenantry job PURGE_EMPLOYEES', 0))");
    other.release();
    await expect(runJob(system, { job: "PURGE_EMPLOYEES", dryRun: true })).resolves.toBeTruthy();
  });

  it("is due once a day", async () => {
    const runs = () => db.jobRun.count({ where: { job: "PURGE_EMPLOYEES", byName: "schedule" } });
    const before = await runs();
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    await runDueJobs(tomorrow);
    expect(await runs()).toBe(before + 1);
    await runDueJobs(new Date());
    expect(await runs()).toBe(before + 1);
  });
});
