import { beforeEach, describe, expect, it } from "vitest";
import { attachmentKinds, createAttachmentSchema } from "@/lib/domain/attachments/schema";
import { createAttachment } from "@/lib/domain/attachments/service";
import { createCommitmentSchema, measureCommitmentSchema } from "@/lib/domain/commitments/schema";
import { createCommitment } from "@/lib/domain/commitments/service";
import { measureCommitment } from "@/lib/domain/commitments/service-measurements";
import { createMilestoneSchema } from "@/lib/domain/milestones/schema";
import { createMilestone } from "@/lib/domain/milestones/service";
import { createProjectSchema } from "@/lib/domain/projects/schema";
import { createProject } from "@/lib/domain/projects/service";
import { toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system, unique } from "@/lib/testing/factories";
import { makeAgreement, makeMeeting, makeSeries } from "@/lib/testing/promise-factories";
import { bytesOf, pdf } from "@/lib/testing/sample-files";
import { countStatements } from "@/lib/testing/statements";
import { getChain, getChainReport, listChainRows, listSessionAgreements } from "./facts";
import { chainSchema } from "./filter";

beforeEach(resetDatabase);

const d = (text: string) => toCivil(text);
const asOf = d("2023-10-31");
const addProject = async (given: object) =>
  (await createProject(system, createProjectSchema.parse({ code: unique("PR-"), titleEn: "P", ...given })))
    .id;
const addStep = (projectId: string, baselineOn: string, given: object = {}) =>
  createMilestone(
    system,
    createMilestoneSchema.parse({
      ...{ projectId, titleEn: "M", weight: "1", baselineOn, evidence: "Protocol 7" },
      ...given,
    }),
    undefined,
    d("2022-11-01"),
  );
const addPromise = async (given: object, measured: [string, string][] = []) => {
  const values = { baselineValue: "0", baselineOn: "2022-11-01", targetValue: "100", targetOn: "2023-12-31" };
  const fields = { code: unique("CM-"), titleEn: "C", promisorEn: "X", ...values, ...given };
  const { id } = await createCommitment(system, createCommitmentSchema.parse(fields));
  for (const [on, value] of measured) {
    const input = { commitmentId: id, on, value, source: "Report" };
    await measureCommitment(system, measureCommitmentSchema.parse(input));
  }
  return id;
};
const report = async (params: object, on = asOf, viewer = system) => {
  const parsed = chainSchema.parse(params);
  const found = await getChainReport(viewer, parsed, on);
  const rows = await listChainRows(viewer, found, parsed, on);
  return { ...found, codes: rows.map(({ code }) => code), rows };
};

/** A council with five agreements, one of each fate by the end of October 2023. */
async function makeCouncil() {
  const series = await makeSeries();
  await makeMeeting({ seriesId: series.id, number: 17, startsOn: "2021-12-29" });
  const { id: meetingId } = await makeMeeting({ seriesId: series.id, number: 18 });
  const sign = (code: string, given: object = {}) => makeAgreement({ code, meetingId, ...given });
  const park = await makePark();
  const active = await sign("A-ACTIVE", {
    cluster: "BIOMEDICINE",
    parties: [{ nameEn: "B", country: "JP" }],
  });
  const projectId = await addProject({ agreementId: active.id, startedOn: "2023-01-01", parkId: park.id });
  await addStep(projectId, "2023-03-31", { actualOn: "2023-03-30" });
  await addStep(projectId, "2023-09-30");
  await addStep(projectId, "2024-03-31");
  const commitmentId = await addPromise({ projectId }, [["2023-06-30", "62"]]);
  const delivered = await sign("B-DELIVERED");
  await addProject({
    agreementId: delivered.id,
    stage: "DELIVERED",
    startedOn: "2022-12-01",
    deliveredOn: "2023-08-01",
  });
  await addPromise({ agreementId: delivered.id }, [["2023-09-30", "104"]]);
  await sign("C-LAPSED", { expiresOn: "2023-06-30" });
  await sign("D-SILENT");
  const fresh = await sign("E-FORCE");
  await addProject({ agreementId: fresh.id, stage: "PROPOSED" }).then((id) =>
    addStep(id, "2024-12-31", { actualOn: "2023-09-01" }),
  );
  return { series, meetingId, park, active, projectId, commitmentId };
}

describe("the chain screen", () => {
  it("tells of the latest session with agreements, adds up, and says what changed since", async () => {
    const { series, meetingId } = await makeCouncil();
    const found = await report({});
    expect(found.session?.id).toBe(meetingId);
    // 5 signed = 1 + 1 + 1 + 1 + 1
    expect(found.rollUp).toEqual({
      ...{ signed: 5, withActiveProjects: 1, delivered: 1, lapsed: 1, silent: 1, inForce: 1 },
    });
    expect(found.codes).toEqual(["A-ACTIVE", "B-DELIVERED", "C-LAPSED", "D-SILENT", "E-FORCE"]);
    // On 1 November 2022 all five had just been signed: 5 in force, and four are so no longer.
    expect(found.since).toMatchObject({
      meeting: { number: 18 },
      change: { signed: 0, withActiveProjects: 1, delivered: 1, lapsed: 1, silent: 1, inForce: -4 },
    });
    await makeMeeting({ seriesId: series.id, number: 19, startsOn: "2023-09-15" });
    const later = await report({});
    // The 19th signed nothing, so it is the 18th that is told of; but the change counts from the 19th on.
    expect(later.session?.number).toBe(18);
    expect(later.since).toMatchObject({
      meeting: { number: 19 },
      // B had been silent since its signature, until a measurement of 30 September said that it had come true.
      change: { withActiveProjects: 0, delivered: 1, lapsed: 0, silent: -1, inForce: 0 },
    });
    expect((await report({}, d("2022-10-31"))).rollUp.signed).toBe(0);
  });

  it("is narrowed by state, cluster, a party's country and a project's park; all agreements are one choice", async () => {
    const { park } = await makeCouncil();
    await makeAgreement({ code: "Z-ALONE", signedOn: "2023-10-01" });
    for (const filter of [
      { state: "ACTIVE" },
      { cluster: "BIOMEDICINE" },
      { country: "jp" },
      { park: park.code },
    ]) {
      expect([filter, (await report(filter)).codes]).toEqual([filter, ["A-ACTIVE"]]);
    }
    // A state narrows the rows and not the sum.
    expect((await report({ state: "ACTIVE" })).rollUp.signed).toBe(5);
    expect((await report({ cluster: "BIOMEDICINE" })).rollUp.signed).toBe(1);
    const all = await report({ meeting: "ALL", sort: "-code" });
    expect([all.session, all.rollUp.signed, all.codes[0]]).toEqual([null, 6, "Z-ALONE"]);
    expect((await report({ sort: "lastActivityOn" })).codes.at(-1)).toBe("B-DELIVERED");
  });

  it("shows commitments, projects, milestones, files and the last day of each agreement", async () => {
    const { active, projectId, commitmentId } = await makeCouncil();
    const attach = (owner: string, ownerId: string) =>
      createAttachment(
        system,
        createAttachmentSchema.parse({ owner, ownerId, fileName: "x.pdf", kind: attachmentKinds[0] }),
        bytesOf(pdf()),
      );
    for (const [owner, id] of [
      ["agreements", active.id],
      ["projects", projectId],
      ["commitments", commitmentId],
    ] as const)
      await attach(owner, id);
    const { rows } = await report({ state: "ACTIVE" }, todayInZone());
    expect(rows[0]).toMatchObject({ evidence: 3, projects: [{ id: projectId }] });
    const [then] = (await report({ state: "ACTIVE" })).rows;
    // Files were put there today: in October 2023 there were none.
    expect(then?.evidence).toBe(0);
    // Three milestones: one done, one due on 30 September and late, the next on 31 March 2024.
    expect(then?.steps).toEqual({ done: 1, all: 3, late: 1, next: "2024-03-31" });
    expect(then?.commitments).toMatchObject([{ id: commitmentId, figures: { attainment: 0.62 } }]);
    expect(then?.standing).toMatchObject({ state: "ACTIVE", lastActivityOn: "2023-06-30" });
  });

  it("leads from a project and from a commitment up to the agreement, and stops where there is none", async () => {
    const { active, projectId, commitmentId } = await makeCouncil();
    for (const of of [
      { noun: "agreements", id: active.id },
      { noun: "projects", id: projectId },
      { noun: "commitments", id: commitmentId },
    ] as const) {
      expect(await getChain(system, of, asOf)).toMatchObject({ id: active.id, meeting: { number: 18 } });
    }
    expect(await getChain(system, { noun: "projects", id: await addProject({}) }, asOf)).toBeNull();
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    expect(await getChain(firm, { noun: "agreements", id: active.id }, asOf)).toBeNull();
  });

  it("is for the office: a limited officer reads all agreements, with the projects of their parks", async () => {
    const { meetingId } = await makeCouncil();
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    const found = await report({}, asOf, limited);
    expect(found.rollUp.signed).toBe(5);
    expect(found.rows.flatMap(({ projects }) => projects)).toEqual([]);
    expect(await listSessionAgreements(limited, meetingId, asOf)).toHaveLength(5);
    const firm = await makeFirm();
    for (const role of ["ENTERPRISE", "VIEWER"] as const) {
      const other = await makeViewer(role, role === "ENTERPRISE" ? { enterpriseIds: [firm.id] } : {});
      await expect(report({}, asOf, other)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("asks as many statements for fifty agreements as for five", async () => {
    const { meetingId } = await makeCouncil();
    const few = await countStatements(() => report({}));
    for (let n = 0; n < 45; n += 1) {
      const { id } = await makeAgreement({ meetingId });
      await addStep(await addProject({ agreementId: id }), "2024-01-31");
    }
    expect(await countStatements(() => report({}))).toBe(few);
  });
});
