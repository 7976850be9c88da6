import { beforeEach, describe, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeCommitment, makeFirm, makePark, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { getCommitment, listCommitmentIds } from "./queries";
import {
  commitmentListSchema,
  correctMeasurementSchema,
  createCommitmentSchema,
  measureCommitmentSchema,
  updateCommitmentSchema,
  waiveCommitmentSchema,
} from "./schema";
import { createCommitment, unwaiveCommitment, updateCommitment, waiveCommitment } from "./service";
import { correctMeasurement, measureCommitment, removeMeasurement } from "./service-measurements";

beforeEach(resetDatabase);

const terms = {
  ...{ code: "CM-1", titleZh: "聘用 500 名信息技术人才", titleEn: "500 IT professionals", promisorEn: "NCS" },
  ...{ baselineValue: "0", baselineOn: "2022-03-31", targetValue: "500", targetOn: "2022-12-31" },
};
const parse = (given: object = {}) => createCommitmentSchema.parse({ ...terms, ...given });
const add = (given: object = {}, viewer = system) => createCommitment(viewer, parse(given));
const measure = (commitmentId: string, on: string, value: string, viewer = system) =>
  measureCommitment(viewer, measureCommitmentSchema.parse({ commitmentId, on, value, source: "Letter 12" }));

it("keeps who promised what, with its steps, and is found by code, pinyin and words", async () => {
  const steps = [
    { on: "2022-09-30", value: "300" },
    { on: "2022-06-30", value: "100" },
  ];
  const { id, changeSetId } = await add({ path: "STEPPED", steps });
  expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
    verb: "commitments.create",
  });
  expect(await getCommitment(system, id)).toMatchObject({
    ...{ baselineValue: "0", targetValue: "500", targetOn: "2022-12-31", version: 1 },
    steps: [{ on: "2022-06-30", value: "100" }, { on: "2022-09-30" }],
    can: { update: true, measure: true, waive: true, unwaive: false },
  });
  for (const query of ["cm-1", "信息技术", "pinyong", "IT professionals"]) {
    const ids = await listCommitmentIds(system, commitmentListSchema.parse({ query }));
    expect([query, ids]).toEqual([query, [id]]);
  }
  const fewer = {
    ...parse({ path: "STEPPED", steps: [{ on: "2022-06-30", value: "120" }] }),
    id,
    version: 1,
  };
  await updateCommitment(system, fewer);
  expect((await getCommitment(system, id))?.steps).toEqual([{ on: "2022-06-30", value: "120" }]);
});

it("refuses at the field what cannot be promised", () => {
  const problems = (given: object) =>
    createCommitmentSchema
      .safeParse({ ...terms, ...given })
      .error?.issues.map(({ path, message }) => [path.join("."), message.split(".").at(-1)]);
  expect(problems({ titleZh: "", titleEn: "" })).toEqual([["titleZh", "oneNameNeeded"]]);
  expect(problems({ promisorEn: "" })).toEqual([["promisorId", "promisorNeeded"]]);
  expect(problems({ targetOn: "2022-03-31" })).toEqual([["targetOn", "dueAfterBaseline"]]);
  expect(problems({ path: "STEPPED" })).toEqual([["steps", "stepsNeeded"]]);
  const late = { path: "STEPPED", steps: [{ on: "2022-12-31", value: "1" }] };
  expect(problems(late)).toEqual([["steps.0.on", "stepBetween"]]);
  const one = { on: "2022-06-30", value: "1" };
  expect(problems({ path: "STEPPED", steps: [one, one] })).toEqual([["steps.1.on", "stepTwice"]]);
  const path = (...values: string[]) => values.map((value, i) => ({ on: `2022-0${9 - i}-01`, value }));
  // Later days first: 1 July, 1 August, 1 September are read backwards.
  expect(problems({ path: "STEPPED", steps: path("300", "200", "100") })).toBeUndefined();
  const back = problems({ path: "STEPPED", steps: path("300", "100", "200") });
  expect(back).toEqual([["steps.1.value", "stepBack"]]);
  expect(problems({ path: "STEPPED", steps: path("501") })).toEqual([["steps.0.value", "stepBack"]]);
  const falling = { path: "STEPPED", baselineValue: "500", targetValue: "0" };
  expect(problems({ ...falling, steps: path("100", "400") })).toBeUndefined();
  expect(problems({ ...falling, steps: path("400", "100") })).toEqual([["steps.0.value", "stepBack"]]);
  expect(problems({ metric: "ISSUANCE", unitEn: "dollars" })).toEqual([["unitEn", "unitCurrency"]]);
});

it("tells a code that is taken, what is not there, and what a live metric counts, at their fields", async () => {
  const { id } = await add();
  await expect(add()).rejects.toMatchObject({ fieldErrors: { code: "commitments.errors.codeTaken" } });
  await expect(add({ code: "CM-2", agreementId: crypto.randomUUID() })).rejects.toMatchObject({
    fieldErrors: { agreementId: "errors.choose" },
  });
  await expect(add({ code: "CM-2", metric: "HEADCOUNT" })).rejects.toMatchObject({
    fieldErrors: { ofEnterpriseId: "commitments.errors.boundNeeded" },
  });
  const [firm, park] = [await makeFirm(), await makePark()];
  const both = { code: "CM-2", metric: "OCCUPIED_AREA", ofEnterpriseId: firm.id, ofParkId: park.id };
  await expect(add(both)).rejects.toMatchObject({
    fieldErrors: { ofParkId: "commitments.errors.boundOnce" },
  });
  // What another metric left in the form is not kept.
  const headcount = await add({ ...both, metric: "HEADCOUNT" });
  expect(await getCommitment(system, headcount.id)).toMatchObject({
    ofEnterpriseId: firm.id,
    ofParkId: null,
    can: { measure: false },
  });
  await expect(measure(headcount.id, "2022-06-30", "1")).rejects.toMatchObject({
    message: "commitments.errors.live",
  });
  await expect(
    openChangeSet(system, { verb: "commitments.update" }, (tx) =>
      tx.commitment.update({ where: { id }, data: { metric: "HEADCOUNT" }, select: { id: true } }),
    ),
  ).rejects.toThrow("commitments.errors.boundNeeded");
});

describe("a measurement", () => {
  it("is one a day, has come, is put right and taken away under its own version, and undone by itself", async () => {
    const { id } = await add();
    const first = await measure(id, "2022-06-30", "120");
    const second = await measure(id, "2022-09-30", "310");
    await expect(measure(id, "2022-06-30", "1")).rejects.toMatchObject({
      fieldErrors: { on: "commitments.errors.dayTaken" },
    });
    await expect(measure(id, "2100-01-01", "1")).rejects.toMatchObject({
      fieldErrors: { on: "milestones.errors.future" },
    });
    expect(
      measureCommitmentSchema.safeParse({ commitmentId: id, on: todayInZone(), value: "1", source: " " })
        .error?.issues[0]?.path,
    ).toEqual(["source"]);
    const right = { id: first.id, version: 1, on: "2022-06-30", value: "121", source: "Letter 13" };
    await correctMeasurement(system, correctMeasurementSchema.parse(right));
    await expect(
      correctMeasurement(system, correctMeasurementSchema.parse({ ...right, value: "9" })),
    ).rejects.toMatchObject({ code: "STALE", stale: { theirs: { value: "121" } } });
    const removed = await removeMeasurement(system, { id: second.id, version: 1, reason: null });
    expect((await getCommitment(system, id))?.measurements).toMatchObject([
      { on: "2022-06-30", value: "121" },
    ]);
    expect(await undoChangeSet(system, { id: removed.changeSetId })).toMatchObject({ undone: 1, kept: 0 });
    expect((await getCommitment(system, id))?.measurements).toHaveLength(2);
  });

  it("is the office's, and of the whole zone: no firm, no manager, no officer of some parks", async () => {
    const [firm, park] = [await makeFirm(), await makePark()];
    const { id } = await add({ promisorId: firm.id });
    const limited = await makeViewer("OFFICER", { parkIds: [park.id] });
    for (const viewer of [
      limited,
      await makeViewer("MANAGER"),
      await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }),
    ]) {
      await expect(measure(id, "2022-06-30", "120", viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await getCommitment(viewer, id)).toMatchObject({ code: "CM-1", can: { measure: false } });
    }
    await expect(add({ code: "CM-2" }, limited)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("is read by the firm that promised it, without the office's own; another firm's is as missing", async () => {
  const [firm, other] = [await makeFirm(), await makeFirm()];
  const [led, foreign] = [await makeProject({ leadId: firm.id }), await makeProject()];
  const mine = await makeCommitment({ promisorId: firm.id, projectId: led.id });
  const beside = await makeCommitment({ promisorId: firm.id, projectId: foreign.id });
  const theirs = await makeCommitment({ promisorId: other.id });
  const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  const ids = await listCommitmentIds(viewer, commitmentListSchema.parse({}));
  expect(ids.sort()).toEqual([mine.id, beside.id].sort());
  expect(await getCommitment(viewer, mine.id)).toMatchObject({ project: { code: led.code }, owner: null });
  expect(await getCommitment(viewer, beside.id)).toMatchObject({ project: null });
  expect(await getCommitment(viewer, theirs.id)).toBeNull();
  await expect(getCommitment(await makeViewer("VIEWER"), mine.id)).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("is waived by a decision with its reason, not before it was promised, and stands again", async () => {
  const { id } = await add();
  const waive = (waivedOn: string, version = 1) =>
    waiveCommitment(system, waiveCommitmentSchema.parse({ id, version, waivedOn, reason: "Council 18" }));
  await expect(waive("2022-03-30")).rejects.toMatchObject({
    fieldErrors: { waivedOn: "commitments.errors.waivedEarly" },
  });
  await waive("2022-11-01");
  expect(await getCommitment(system, id)).toMatchObject({
    ...{ waivedOn: "2022-11-01", waivedReason: "Council 18" },
    can: { waive: false, unwaive: true },
  });
  await expect(waive("2022-11-02")).rejects.toMatchObject({ code: "STALE" });
  await unwaiveCommitment(system, { id, version: 2, reason: null });
  expect(await getCommitment(system, id)).toMatchObject({ waivedOn: null, waivedReason: null });
});

it("names who saved first to an editor who comes second", async () => {
  const { id } = await add();
  const officer = await makeViewer("OFFICER");
  const edit = (targetValue: string) =>
    updateCommitmentSchema.parse({ ...terms, id, version: 1, targetValue });
  await updateCommitment(officer, edit("600"));
  await expect(updateCommitment(system, edit("700"))).rejects.toMatchObject({
    code: "STALE",
    stale: { version: 2, by: officer.name, theirs: { targetValue: "600" } },
  });
});
