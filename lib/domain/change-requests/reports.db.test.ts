import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import {
  attachPaper,
  makeCommitment,
  makeFirm,
  makeMilestone,
  makePark,
  makeProject,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { bytesOf, pdf } from "@/lib/testing/sample-files";
import { createAttachmentSchema } from "../attachments/schema";
import { createAttachment } from "../attachments/service";
import { getCommitment } from "../commitments/queries";
import { measureCommitmentSchema } from "../commitments/schema";
import { measureCommitment } from "../commitments/service-measurements";
import { getMilestone } from "../milestones/queries";
import { forecastMilestoneSchema } from "../milestones/schema";
import { forecastMilestone } from "../milestones/service";
import { getChangeRequest, listChangeRequests } from "./queries";
import {
  changeRequestListSchema,
  decideChangeRequestSchema,
  reportMeasurementSchema,
  reportMilestoneSchema,
} from "./schema";
import { resendChangeRequest } from "./service";
import { acceptChangeRequests, decideChangeRequest } from "./service-decide";
import { reportMeasurement, reportMilestone } from "./service-reports";

let firm: { id: string };
let person: Viewer;
let stranger: Viewer;
let officer: Viewer;

beforeEach(async () => {
  await resetDatabase();
  firm = await makeFirm();
  person = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  officer = await makeViewer("OFFICER");
});

const accept = (of: { id: string; version: number }, fields: string[], viewer = officer) =>
  decideChangeRequest(
    viewer,
    decideChangeRequestSchema.parse({
      ...of,
      decisions: fields.map((field) => ({ field, decision: "ACCEPTED" })),
    }),
  );

describe("a milestone that the firm owes", () => {
  const mine = async (parkId?: string) =>
    makeMilestone({ projectId: (await makeProject({ leadId: firm.id, parkId })).id });
  const report = (id: string, fields: Record<string, unknown>, viewer = person) =>
    reportMilestone(viewer, reportMilestoneSchema.parse({ id, version: 1, ...fields }));

  it("is reported: forecast, day and evidence are decided, and written by the milestone's own rules", async () => {
    const { id } = await mine();
    const attachmentId = await attachPaper({ milestoneId: id });
    const request = await report(id, {
      ...{ forecastOn: "2022-07-15", actualOn: "2022-07-10", evidence: "Handover protocol 7" },
      ...{ attachmentId, note: "Done early in July" },
    });
    expect(await getMilestone(person, id)).toMatchObject({ forecastOn: null, actualOn: null });
    const seen = await getChangeRequest(officer, request.id);
    expect(seen).toMatchObject({ subject: "MILESTONE", milestone: { id }, enterpriseId: firm.id });
    expect(seen?.fields.map(({ field, after, attachment }) => [field, after, attachment?.id])).toEqual([
      ["forecastOn", "2022-07-15", undefined],
      ["actualOn", "2022-07-10", attachmentId],
      ["evidence", "Handover protocol 7", undefined],
    ]);
    await accept(request, ["forecastOn", "actualOn", "evidence"]);
    expect(await getMilestone(person, id)).toMatchObject({
      forecastOn: "2022-07-15",
      actualOn: "2022-07-10",
      evidence: "Handover protocol 7",
      version: 3,
    });
    // The forecast is kept under the day that the firm said it, with its words.
    const kept = (await getMilestone(person, id))?.forecasts.at(-1);
    expect(kept).toEqual({
      reportedOn: todayInZone(),
      forecastOn: "2022-07-15",
      note: "Done early in July",
    });
  });

  it("is one request a milestone, and stale where the office has another forecast since", async () => {
    const { id } = await mine();
    const first = await report(id, { forecastOn: "2022-07-15" });
    const second = await report(id, { forecastOn: "2022-07-20" });
    expect(second.id).toBe(first.id);
    const forecast = forecastMilestoneSchema.parse({ id, version: 1, forecastOn: "2022-08-01" });
    await forecastMilestone(system, forecast);
    expect(await accept(second, ["forecastOn"])).toMatchObject({ accepted: 0, stale: 1 });
    expect(await getMilestone(person, id)).toMatchObject({ forecastOn: "2022-08-01" });
    expect(await getChangeRequest(person, first.id)).toMatchObject({ state: "RETURNED" });
  });

  it("is done on no day ahead, takes no foreign paper, and is not forecast once it is done", async () => {
    const { id } = await mine();
    const ahead = addDays(todayInZone(), 1);
    await expect(report(id, { actualOn: ahead })).rejects.toMatchObject({
      fieldErrors: { actualOn: "milestones.errors.future" },
    });
    const attachmentId = await attachPaper({ milestoneId: (await makeMilestone()).id });
    await expect(report(id, { actualOn: "2022-07-10", attachmentId })).rejects.toMatchObject({
      fieldErrors: { attachmentId: "enterprises.errors.paper" },
    });
    await expect(report(id, {})).rejects.toMatchObject({ message: "change-requests.errors.nothing" });
    const told = await report(id, { actualOn: "2022-07-10", evidence: "Protocol 7" });
    await accept(told, ["actualOn", "evidence"]);
    const late = reportMilestoneSchema.parse({ id, version: 2, forecastOn: "2022-09-01" });
    await expect(reportMilestone(person, late)).rejects.toMatchObject({
      message: "milestones.errors.done",
    });
  });

  it("is not reported as done without words, a file or a reason", async () => {
    const { id } = await mine();
    const refused = { fieldErrors: { evidence: "milestones.errors.shown" } };
    await expect(report(id, { actualOn: "2022-07-10" })).rejects.toMatchObject(refused);
    await expect(report(id, { noEvidenceReason: "Lost" })).rejects.toMatchObject({
      fieldErrors: { noEvidenceReason: "milestones.errors.notDone" },
    });
    const attachmentId = await attachPaper({ milestoneId: id });
    await accept(await report(id, { actualOn: "2022-07-10", attachmentId }), ["actualOn"]);
    expect(await getMilestone(person, id)).toMatchObject({ doneWithoutEvidence: false, files: 1 });
  });

  it("is not accepted as done where what shows it is refused", async () => {
    const { id } = await mine();
    const request = await report(id, { actualOn: "2022-07-10", evidence: "A rumour" });
    const decisions = [
      { field: "actualOn", decision: "ACCEPTED" },
      { field: "evidence", decision: "REFUSED", comment: "No proof" },
    ];
    const input = decideChangeRequestSchema.parse({ ...request, decisions });
    await expect(decideChangeRequest(officer, input)).rejects.toMatchObject({
      message: "change-requests.errors.shownToo",
    });
    expect(await getMilestone(person, id)).toMatchObject({ actualOn: null, evidence: null });
    await expect(accept(request, ["actualOn", "evidence"])).resolves.toMatchObject({ accepted: 2 });
  });

  it("without evidence is accepted by itself, with its reason, and never with many", async () => {
    const { id } = await mine();
    const bare = await report(id, { actualOn: "2022-07-10", noEvidenceReason: "Verbal only" });
    const told = await report((await mine()).id, { actualOn: "2022-07-10", evidence: "Protocol 7" });
    const result = await acceptChangeRequests(officer, { requests: [bare, told] });
    expect(result).toMatchObject({
      count: 1,
      left: [{ id: bare.id, why: "change-requests.errors.noEvidence" }],
    });
    await expect(accept(bare, ["actualOn", "noEvidenceReason"])).resolves.toMatchObject({ accepted: 2 });
    expect(await getMilestone(person, id)).toMatchObject({
      doneWithoutEvidence: true,
      noEvidenceReason: "Verbal only",
    });
  });

  it("of another firm, or in another park, is not there", async () => {
    const [park, other] = [await makePark(), await makePark()];
    const { id } = await mine(park.id);
    await expect(report(id, { forecastOn: "2022-07-15" }, stranger)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const request = await report(id, { forecastOn: "2022-07-15" });
    const near = await makeViewer("OFFICER", { parkIds: [park.id] });
    const far = await makeViewer("OFFICER", { parkIds: [other.id] });
    expect(await getChangeRequest(far, request.id)).toBeNull();
    expect((await listChangeRequests(far, changeRequestListSchema.parse({}))).total).toBe(0);
    await expect(accept(request, ["forecastOn"], far)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(accept(request, ["forecastOn"], near)).resolves.toMatchObject({ accepted: 1 });
  });

  it("takes its papers from the firm that leads the project, and from no other", async () => {
    const { id } = await mine();
    const input = createAttachmentSchema.parse({ owner: "milestones", ownerId: id, fileName: "p.pdf" });
    await expect(createAttachment(stranger, input, bytesOf(pdf()))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(createAttachment(person, input, bytesOf(pdf()))).resolves.toHaveProperty("id");
  });
});

describe("a promise of the firm's", () => {
  const measured = { on: "2022-06-30", value: "120", source: "Our books", evidence: "Ledger p. 3" };
  const report = (id: string, fields: Record<string, unknown> = {}, viewer = person) =>
    reportMeasurement(viewer, reportMeasurementSchema.parse({ id, version: 1, ...measured, ...fields }));

  it("is measured through the office", async () => {
    const { id } = await makeCommitment({ promisorId: firm.id });
    const request = await report(id);
    expect((await getCommitment(person, id))?.measurements).toEqual([]);
    await accept(request, ["measurement"]);
    expect((await getCommitment(person, id))?.measurements).toMatchObject([measured]);
    await expect(report(id)).rejects.toMatchObject({
      fieldErrors: { on: "commitments.errors.dayTaken" },
    });
  });

  it("is stale where that day has a value since", async () => {
    const { id: commitmentId } = await makeCommitment({ promisorId: firm.id });
    const request = await report(commitmentId);
    const theirs = measureCommitmentSchema.parse({ commitmentId, ...measured, value: "90" });
    await measureCommitment(system, theirs);
    const back = await accept(request, ["measurement"]);
    expect(back).toMatchObject({ accepted: 0, stale: 1 });
    const standing = async () => db.commitmentMeasurement.findMany({ select: { value: true } });
    expect((await standing()).map(({ value }) => value.toString())).toEqual(["90"]);
    // Asked again in sight of that value, it puts it right.
    const again = await resendChangeRequest(person, { id: back.id, version: back.version, note: null });
    await accept(again, ["measurement"]);
    expect((await standing()).map(({ value }) => value.toString())).toEqual(["120"]);
  });

  it("is neither measured where the record itself does, nor ahead of its day, nor by another firm", async () => {
    const live = await makeCommitment({
      ...{ promisorId: firm.id, metric: "HEADCOUNT", ofEnterpriseId: firm.id },
    });
    await expect(report(live.id)).rejects.toMatchObject({ message: "commitments.errors.live" });
    const { id } = await makeCommitment({ promisorId: firm.id });
    await expect(report(id, { on: addDays(todayInZone(), 1) })).rejects.toMatchObject({
      fieldErrors: { on: "milestones.errors.future" },
    });
    await expect(report(id, {}, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is the whole zone's to decide: an officer limited to parks reads it", async () => {
    const { id } = await makeCommitment({ promisorId: firm.id });
    const request = await report(id);
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    expect(await getChangeRequest(limited, request.id)).toMatchObject({ can: { decide: false } });
    await expect(accept(request, ["measurement"], limited)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
