import { beforeEach, describe, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeMilestone, makePark, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { listAgreementOptions } from "../agreements/queries-options";
import { createMilestoneSchema } from "../milestones/schema";
import { completeMilestone, createMilestone } from "../milestones/service";
import { getProject, listProjects } from "./queries";
import {
  cancelProjectSchema,
  createProjectSchema,
  projectListSchema,
  reportProjectSchema,
  updateProjectSchema,
} from "./schema";
import { cancelProject, createProject, reportProject, updateProject } from "./service";

beforeEach(resetDatabase);

const add = (fields: Record<string, unknown>, viewer = system) =>
  createProject(viewer, createProjectSchema.parse({ code: "PR-1", titleEn: "Delivery centre", ...fields }));
const cancel = (id: string, version = 1) =>
  cancelProject(
    system,
    cancelProjectSchema.parse({ id, version, cancelledOn: "2022-06-30", reason: "Withdrawn" }),
  );

it("keeps money with its currency, and finds a project by code, pinyin, initials and words", async () => {
  const { id } = await add({
    titleZh: "大湾区金融科技交付中心",
    plannedInvestment: { amount: "14亿", currency: "CNY" },
  });
  expect(await getProject(system, id)).toMatchObject({
    plannedInvestment: { amount: "1400000000.00", currency: "CNY" },
    stage: "ACTIVE",
  });
  for (const query of ["pr-1", "金融科技", "dawanqu", "dwq", "DELIVERY centre"]) {
    const { rows } = await listProjects(system, projectListSchema.parse({ query }));
    expect([query, rows.map(({ code }) => code)]).toEqual([query, ["PR-1"]]);
  }
});

it("tells a code that is taken, and a title that is missing, at their fields", async () => {
  await add({});
  await expect(add({})).rejects.toMatchObject({ fieldErrors: { code: "projects.errors.codeTaken" } });
  expect(createProjectSchema.safeParse({ code: "PR-2" }).error?.issues[0]).toMatchObject({
    path: ["titleZh"],
    message: "errors.oneNameNeeded",
  });
});

it("ends once: a cancelled project takes no edit, report or milestone, and its milestones no completion", async () => {
  const { id } = await add({});
  const milestone = await makeMilestone({ projectId: id });
  const { changeSetId } = await cancel(id);
  expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
    verb: "projects.cancel",
    reason: "Withdrawn",
  });
  const over = { code: "CONFLICT", message: "projects.errors.cancelled" };
  const input = { id, version: 2, code: "PR-1", titleEn: "Back again" };
  await expect(updateProject(system, updateProjectSchema.parse(input))).rejects.toMatchObject(over);
  const report = reportProjectSchema.parse({ projectId: id, on: "2022-07-01", textEn: "Still here" });
  await expect(reportProject(system, report)).rejects.toMatchObject(over);
  const late = { projectId: id, titleEn: "One more", weight: "1", baselineOn: "2022-12-31" };
  await expect(createMilestone(system, createMilestoneSchema.parse(late))).rejects.toMatchObject(over);
  const done = {
    id: milestone.id,
    version: 1,
    actualOn: toCivil("2022-06-01"),
    evidence: "Protocol 7",
    noEvidenceReason: null,
  };
  await expect(completeMilestone(system, done)).rejects.toMatchObject(over);
  expect(await getProject(system, id)).toMatchObject({
    stage: "CANCELLED",
    can: { cancel: false, report: false, addMilestone: false, forecast: false, rebaseline: false },
  });
});

it("an officer limited to parks keeps projects in them, and meets no other", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  await expect(add({}, officer)).rejects.toMatchObject({ fieldErrors: { parkId: "errors.required" } });
  await expect(add({ parkId: theirs.id }, officer)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(add({ parkId: mine.id }, officer)).resolves.toMatchObject({ version: 1 });
  const foreign = await makeProject({ parkId: theirs.id });
  const input = updateProjectSchema.parse({
    id: foreign.id,
    version: 1,
    code: foreign.code,
    titleEn: "Mine now",
  });
  await expect(updateProject(officer, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await getProject(officer, foreign.id)).toBeNull();
});

it("a firm sees the projects it leads, and nobody else's", async () => {
  const [firm, other] = [await makeFirm(), await makeFirm()];
  const [own, foreign] = [await makeProject({ leadId: firm.id }), await makeProject({ leadId: other.id })];
  const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  const { rows } = await listProjects(viewer, projectListSchema.parse({}));
  expect(rows.map(({ id }) => id)).toEqual([own.id]);
  expect(await getProject(viewer, foreign.id)).toBeNull();
});

it("names who saved first to an editor who comes second", async () => {
  const { id, code } = await makeProject();
  const manager = await makeViewer("OFFICER");
  const edit = (titleEn: string) => updateProjectSchema.parse({ id, version: 1, code, titleEn });
  await updateProject(manager, edit("Theirs"));
  await expect(updateProject(system, edit("Mine"))).rejects.toMatchObject({
    code: "STALE",
    stale: { version: 2, by: manager.name, theirs: { titleEn: "Theirs" } },
  });
});

const makeAgreement = (code: string) =>
  openChangeSet(system, { verb: "projects.create" }, (tx) =>
    tx.agreement.create({
      data: {
        code,
        titleEn: `MOU ${code}`,
        search: `mou ${code.toLowerCase()}`,
        signedOn: new Date("2022-11-01"),
      },
      select: { id: true },
    }),
  );

describe("a project's agreement and days", () => {
  it("are kept by an edit that does not name them, and are found by the agreement", async () => {
    const agreement = await makeAgreement("AG-1");
    const { id } = await add({ agreementId: agreement.id, startedOn: "2022-03-01" });
    await add({ code: "PR-2" });
    const edit = updateProjectSchema.parse({ id, version: 1, code: "PR-1", titleEn: "Renamed" });
    await updateProject(system, edit);
    expect(await getProject(system, id)).toMatchObject({
      titleEn: "Renamed",
      agreementId: agreement.id,
      agreement: { code: "AG-1" },
      startedOn: "2022-03-01",
      deliveredOn: null,
    });
    const { rows } = await listProjects(system, projectListSchema.parse({ agreement: agreement.id }));
    expect(rows.map(({ code }) => code)).toEqual(["PR-1"]);
    await updateProject(system, { ...edit, version: 2, agreementId: null, startedOn: null });
    expect(await getProject(system, id)).toMatchObject({ agreement: null, startedOn: null });
    expect((await listAgreementOptions(system, "mou ag-1")).map(({ code }) => code)).toEqual(["AG-1"]);
  });

  it("are dated today where a delivered one has no day, and lose it when it is active again", async () => {
    const { id } = await add({ stage: "DELIVERED" });
    expect(await getProject(system, id)).toMatchObject({ deliveredOn: todayInZone() });
    const edit = { id, code: "PR-1", titleEn: "Delivery centre" };
    const on = { ...edit, version: 1, stage: "DELIVERED", deliveredOn: "2022-10-01" };
    await updateProject(system, updateProjectSchema.parse(on));
    await updateProject(system, updateProjectSchema.parse({ ...edit, version: 2, stage: "DELIVERED" }));
    expect(await getProject(system, id)).toMatchObject({ deliveredOn: "2022-10-01" });
    await updateProject(system, updateProjectSchema.parse({ ...edit, version: 3, stage: "ACTIVE" }));
    expect(await getProject(system, id)).toMatchObject({ deliveredOn: null });
  });

  it("are refused at their fields: backwards, not come yet, no such agreement", async () => {
    const backwards = { code: "PR-1", titleEn: "x", startedOn: "2022-10-01", deliveredOn: "2022-09-01" };
    expect(createProjectSchema.safeParse(backwards).error?.issues[0]?.path).toEqual(["deliveredOn"]);
    const soon = { stage: "DELIVERED", deliveredOn: "2100-01-01" };
    await expect(add(soon)).rejects.toMatchObject({
      fieldErrors: { deliveredOn: "milestones.errors.future" },
    });
    await expect(add({ agreementId: crypto.randomUUID() })).rejects.toMatchObject({
      fieldErrors: { agreementId: "projects.errors.agreementGone" },
    });
    const { id } = await add({ stage: "DELIVERED", deliveredOn: "2022-09-01" });
    const late = { id, version: 1, code: "PR-1", titleEn: "x", stage: "DELIVERED", startedOn: "2022-10-01" };
    await expect(updateProject(system, updateProjectSchema.parse(late))).rejects.toMatchObject({
      fieldErrors: { deliveredOn: "errors.datesOrdered" },
    });
  });

  it("tell a firm nothing of the agreement that its project keeps", async () => {
    const [firm, agreement] = [await makeFirm(), await makeAgreement("AG-2")];
    const { id } = await add({ leadId: firm.id, agreementId: agreement.id });
    const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    expect(await getProject(viewer, id)).toMatchObject({ agreement: null, agreementId: null });
    expect(await listAgreementOptions(viewer)).toEqual([]);
  });
});
