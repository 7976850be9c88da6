import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toAppError } from "@/lib/platform/db/constraints";
import { getProgrammeFigures } from "@/lib/reports/programmes/facts";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeProgramme, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { inChangeSet } from "../in-change-set";
import { getProgramme, listProgrammes } from "./queries";
import {
  createProgrammeSchema,
  programmeListSchema,
  recordCohortSchema,
  removeCohortSchema,
  updateProgrammeSchema,
} from "./schema";
import { createProgramme, recordCohort, removeCohort, updateProgramme } from "./service";

beforeEach(resetDatabase);

const d = (text: string) => toCivil(text);
const plan = { code: "NUS-3000", nameEn: "Talents", target: "3000", firstYear: "2023", lastYear: "2032" };
const add = (fields: Record<string, unknown> = {}, viewer = system) =>
  createProgramme(viewer, createProgrammeSchema.parse({ ...plan, ...fields }));
const record = (id: string, version: number, counts: Record<string, unknown>, viewer: Viewer = system) =>
  recordCohort(viewer, recordCohortSchema.parse({ id, version, ...counts }));

/** The worked case of the issue. */
async function worked() {
  const { id } = await add();
  await record(id, 1, { year: 2023, planned: 250, enrolled: 231, completed: 0, reportedOn: "2023-12-31" });
  await record(id, 2, { year: 2024, planned: 300, enrolled: 287, completed: 212, reportedOn: "2024-12-31" });
  return id;
}

it("says of 3,000 over ten years what the issue says", async () => {
  const id = await worked();
  // 0 + 212 = 212 of 3,000 = 7.07 %; 2 × 300 = 600 = 20 %; 231 + 287 = 518 beside it
  expect(await getProgrammeFigures(system, id, d("2024-12-31"))).toMatchObject({
    ...{ trained: 212, enrolled: 518, expected: 600, path: 0.2, rag: "RED" },
    attainment: 212 / 3000,
  });
  // The day before, the second year was not reported.
  expect(await getProgrammeFigures(system, id, d("2024-12-30"))).toMatchObject({
    ...{ trained: 0, enrolled: 231, expected: 300, path: 0.1 },
  });
});

it("knows on an earlier day what was reported then, though the year was reported anew since", async () => {
  const { id } = await add();
  await record(id, 1, { year: 2023, completed: 100, reportedOn: "2023-06-30" });
  const later = await record(id, 2, { year: 2023, completed: 180, reportedOn: "2024-01-15" });
  // The last moment at which the second report was not there: instants here are of a millisecond, the database's finer.
  const written = await db.changeSet.findUniqueOrThrow({ where: { id: later.changeSetId } });
  const at = new Date(written.at.getTime() - 1);
  const trained = async (on: string, knownAt?: Date) =>
    (await getProgrammeFigures(system, id, d(on), knownAt))?.trained;
  expect([await trained("2023-06-29"), await trained("2023-12-31"), await trained("2024-01-15")]).toEqual([
    0, 100, 180,
  ]);
  expect(await trained("2024-01-15", at)).toBe(100);
  await undoChangeSet(system, { id: later.changeSetId });
  expect([await trained("2023-12-31"), await trained("2024-01-15")]).toEqual([100, 100]);
  const { version } = await db.programme.findUniqueOrThrow({ where: { id } });
  await removeCohort(
    system,
    removeCohortSchema.parse({ id, version, year: 2023, reason: "Typed by mistake" }),
  );
  expect(await trained("2024-01-15")).toBe(0);
});

it("corrects a year in place, under a change set of its verb", async () => {
  const id = await worked();
  const { changeSetId } = await record(id, 3, { year: 2024, completed: 215, reportedOn: "2024-12-31" });
  expect(await db.programmeCohort.count()).toBe(2);
  expect((await getProgramme(system, id))?.cohorts.at(-1)).toMatchObject({ completed: 215, enrolled: 0 });
  expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
    verb: "programmes.recordCohort",
  });
});

it("finds a programme by code, pinyin, initials and words, and sorts by pinyin for Chinese readers", async () => {
  await add({ nameZh: "高层次人才培养计划" });
  for (const query of ["nus-3000", "人才", "gaocengci", "gcc", "TALENTS"]) {
    const { rows } = await listProgrammes(system, programmeListSchema.parse({ query }));
    expect([query, rows.map(({ code }) => code)]).toEqual([query, ["NUS-3000"]]);
  }
  await add({ code: "A-2", nameZh: "安全培训", nameEn: "Zebra" });
  const zh = { ...system, locale: "zh" as const };
  const codes = async (viewer: Viewer) =>
    (await listProgrammes(viewer, programmeListSchema.parse({ sort: "name" }))).rows.map(({ code }) => code);
  expect([await codes(zh), await codes(system)]).toEqual([
    ["A-2", "NUS-3000"],
    ["NUS-3000", "A-2"],
  ]);
});

describe("refusals", () => {
  it("tells each broken rule at its field", async () => {
    const { id } = await add({ lastYear: "2024" });
    await expect(add()).rejects.toMatchObject({ fieldErrors: { code: "programmes.errors.codeTaken" } });
    const problems = createProgrammeSchema.safeParse({ ...plan, nameEn: "", target: "0", lastYear: "2022" });
    expect(problems.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["target", "errors.atLeast?min=1"],
    ]);
    const second = createProgrammeSchema.safeParse({ ...plan, nameEn: "", lastYear: "2022" });
    expect(second.error?.issues.map(({ path }) => path[0])).toEqual(["nameZh", "lastYear"]);
    const counts = { year: 2025, completed: 1, reportedOn: "2024-12-31" };
    await expect(record(id, 1, counts)).rejects.toMatchObject({
      fieldErrors: { year: "programmes.errors.yearOutside?first=2023&last=2024" },
    });
    await expect(record(id, 1, { ...counts, year: 2024, reportedOn: "2099-01-01" })).rejects.toMatchObject({
      fieldErrors: { reportedOn: "programmes.errors.future" },
    });
    await record(id, 1, { ...counts, year: 2024 });
    const shorter = updateProgrammeSchema.parse({ ...plan, id, version: 2, lastYear: "2023" });
    await expect(updateProgramme(system, shorter)).rejects.toMatchObject({
      fieldErrors: { lastYear: "programmes.errors.cohortOutside?year=2024" },
    });
    const none = removeCohortSchema.parse({ id, version: 2, year: 2023, reason: "None" });
    await expect(removeCohort(system, none)).rejects.toMatchObject({
      fieldErrors: { year: "programmes.errors.noCohort" },
    });
  });

  it("has the database hold what a service could forget", async () => {
    const { id } = await add();
    const put = (sql: string) =>
      inChangeSet(system, "programmes.update", null, async (tx) => {
        await tx.$executeRawUnsafe(sql, id);
        return {};
      }).catch((error) => toAppError(error));
    const field = async (sql: string) =>
      Object.keys(((await put(sql)) as { fieldErrors?: object }).fieldErrors ?? {});
    const programme = (set: string) => `UPDATE programmes SET ${set} WHERE id = $1::uuid`;
    expect(await field(programme("name_en = NULL"))).toEqual(["nameZh"]);
    expect(await field(programme("last_year = 2000"))).toEqual(["lastYear"]);
    expect(await field(programme("target = 0"))).toEqual(["target"]);
    const cohort = (
      values: string,
    ) => `INSERT INTO programme_cohorts (id, programme_id, year, completed, reported_on)
      SELECT gen_random_uuid(), $1::uuid, ${values}`;
    expect(await field(cohort("2023, -1, date '2023-12-31'"))).toEqual(["completed"]);
    expect(await field(cohort("2023, n, date '2023-12-31' FROM generate_series(1, 2) n"))).toEqual(["year"]);
  });

  it("names who saved first, over the counts of a year too", async () => {
    const { id } = await add();
    await record(id, 1, { year: 2023, completed: 5, reportedOn: "2023-12-31" });
    await expect(record(id, 1, { year: 2023, completed: 6, reportedOn: "2023-12-31" })).rejects.toMatchObject(
      {
        code: "STALE",
      },
    );
  });

  it("lets an officer limited to parks read, and write nothing; a firm's people find nothing", async () => {
    const { id } = await makeProgramme();
    const [park, firm] = [await makePark(), await makeFirm()];
    const limited = await makeViewer("OFFICER", { parkIds: [park.id] });
    expect((await getProgramme(limited, id))?.can).toEqual({
      update: false,
      recordCohort: false,
      removeCohort: false,
    });
    const zone = { code: "FORBIDDEN", message: "errors.wholeZone" };
    await expect(add({}, limited)).rejects.toMatchObject(zone);
    const counts = { year: 2023, reportedOn: "2023-12-31" };
    await expect(record(id, 1, counts, limited)).rejects.toMatchObject(zone);
    const theirs = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    await expect(getProgramme(theirs, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getProgrammeFigures(theirs, id, d("2024-01-01"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("finds no programme, institute or agreement that does not exist", async () => {
    const nobody = "00000000-0000-7000-8000-000000000000";
    await expect(record(nobody, 1, { year: 2023, reportedOn: "2023-12-31" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(add({ instituteId: nobody })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(add({ agreementId: nobody })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(add({ ownerId: nobody })).rejects.toMatchObject({
      fieldErrors: { ownerId: "errors.choose" },
    });
  });
});
