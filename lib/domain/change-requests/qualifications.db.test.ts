import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { newId } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { askForNames, makeAsking, versionOf } from "@/lib/testing/change-request-factories";
import { resetDatabase } from "@/lib/testing/database";
import { attachPaper, makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { getEnterprise } from "../enterprises/queries";
import { listExpiring, listExpiringQualifications } from "../enterprises/queries-qualifications";
import { mergeEnterprisesSchema, updateEnterpriseSchema } from "../enterprises/schema";
import { updateEnterprise } from "../enterprises/service";
import { mergeEnterprises } from "../enterprises/service-merge";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { getChangeRequest, getOpenRequest, listChangeRequests, listFirmRequests } from "./queries";
import {
  changeRequestListSchema,
  decideChangeRequestSchema,
  requestNamesSchema,
  requestQualificationSchema,
} from "./schema";
import {
  dropQualification,
  editFree,
  requestChange,
  requestQualification,
  resendChangeRequest,
  withdrawChangeRequest,
} from "./service";
import {
  acceptChangeRequests,
  assignChangeRequest,
  decideChangeRequest,
  sendBackChangeRequest,
} from "./service-decide";

let firm: { id: string; nameEn: string };
let person: Viewer;
let officer: Viewer;

beforeEach(async () => {
  await resetDatabase();
  ({ firm, person, officer } = await makeAsking());
});

const ask = (fields: Record<string, unknown>, viewer = person, id = firm.id) =>
  askForNames(viewer, id, fields);
const accept = (of: { id: string; version: number }, field: string) =>
  decideChangeRequest(
    officer,
    decideChangeRequestSchema.parse({ ...of, decisions: [{ field, decision: "ACCEPTED" }] }),
  );
const edit = async (fields: Record<string, unknown>) =>
  updateEnterprise(
    system,
    updateEnterpriseSchema.parse({
      id: firm.id,
      version: await versionOf(firm.id),
      nameEn: "Star 3D Ltd",
      ...fields,
    }),
  );

describe("qualifications", () => {
  const qualification = (fields: Record<string, unknown> = {}) => ({
    ...{ title: "GMP licence", number: "GD-1", validTo: "2022-12-31" },
    ...fields,
  });
  const askFor = async (fields: Record<string, unknown>) =>
    requestQualification(
      person,
      requestQualificationSchema.parse({
        id: firm.id,
        version: await versionOf(firm.id),
        qualification: fields,
      }),
    );

  it("are asked for one by one with their document, changed, and taken off", async () => {
    const mute = { id: firm.id, version: 1, qualification: qualification() };
    expect(requestQualificationSchema.safeParse(mute).error?.issues[0]).toMatchObject({
      path: ["qualification", "attachmentId"],
      message: "change-requests.errors.document",
    });
    const theirs = await attachPaper({ enterpriseId: (await makeFirm()).id });
    await expect(askFor(qualification({ attachmentId: theirs }))).rejects.toMatchObject({
      fieldErrors: { "qualification.attachmentId": "enterprises.errors.paper" },
    });
    const attachmentId = await attachPaper({ enterpriseId: firm.id });
    const request = await askFor(qualification({ attachmentId }));
    const [field] = (await getChangeRequest(officer, request.id))?.fields ?? [];
    expect(field).toMatchObject({ before: null, attachment: { id: attachmentId }, lacksEvidence: false });
    // In the history as one value, without the ids that mean nothing to a reader.
    const [asked] = await listHistory([request.id]);
    expect(asked?.rows.flatMap(({ fields }) => fields)).toContainEqual({
      ...{ field: "after", before: null, after: "GMP licence GD-1 2022-12-31" },
    });
    await accept(request, field?.field ?? "");
    const [held] = (await getEnterprise(person, firm.id))?.qualifications ?? [];
    expect(held).toMatchObject({ title: "GMP licence", validTo: "2022-12-31", attachmentId });

    const longer = await askFor(qualification({ id: held?.id, validTo: "2027-12-31", attachmentId }));
    await accept(longer, `qualification:${held?.id}`);
    expect((await getEnterprise(person, firm.id))?.qualifications).toMatchObject([
      { id: held?.id, validTo: "2027-12-31" },
    ]);

    const gone = await dropQualification(person, {
      ...{ id: firm.id, version: await versionOf(firm.id), note: null },
      qualificationId: held?.id ?? "",
    });
    await accept(gone, `qualification:${held?.id}`);
    expect((await getEnterprise(person, firm.id))?.qualifications).toEqual([]);
  });

  it("stay when an edit leaves them out, and are told 60 days before they end", async () => {
    await edit({
      qualifications: [
        { title: "Ended", validTo: "2022-10-31" },
        { title: "Soon", validTo: "2022-12-31" },
        // 2022-11-01 + 60 days = 2022-12-31; a day later is too early to be told.
        { title: "Later", validTo: "2023-01-01" },
        { title: "Endless" },
      ],
    });
    await edit({ website: "star.example" });
    const today = "2022-11-01" as Parameters<typeof listExpiring>[2];
    const rows = await listExpiring(person, firm.id, today);
    expect(rows.map(({ title, ended }) => [title, ended])).toEqual([
      ["Ended", true],
      ["Soon", false],
    ]);
    expect((await listExpiringQualifications(officer, today, 1)).total).toBe(2);
    const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    expect(await listExpiring(stranger, firm.id, today)).toEqual([]);
  });

  it("and requests go with a firm that is merged", async () => {
    await edit({ qualifications: [{ title: "GMP licence", number: "GD-1" }] });
    const request = await ask({ nameEn: "Star Oral" });
    const kept = await makeFirm({ nameEn: "Kept Ltd" });
    const asker = await makeViewer("ENTERPRISE", { enterpriseIds: [kept.id] });
    const own = await ask({ nameEn: "Kept Well Ltd" }, asker, kept.id);
    const input = { id: kept.id, version: 1, goesId: firm.id, goesVersion: await versionOf(firm.id) };
    await mergeEnterprises(system, mergeEnterprisesSchema.parse(input));
    expect((await getEnterprise(system, kept.id))?.qualifications).toMatchObject([{ title: "GMP licence" }]);
    expect(await getChangeRequest(asker, request.id)).toMatchObject({
      state: "WITHDRAWN",
      enterpriseId: kept.id,
    });
    expect(await getChangeRequest(asker, own.id)).toMatchObject({ state: "OPEN" });
  });
});

describe("a stranger", () => {
  it("finds no request, asks for no other firm, and decides on none out of reach", async () => {
    const request = await ask({ nameEn: "Star Oral" });
    const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    const park = await makePark();
    const people = { enterpriseId: firm.id, parkId: park.id, on: "2022-09-30", total: "3" };
    await createHeadcount(system, createHeadcountSchema.parse(people));
    const elsewhere = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    for (const viewer of [stranger, elsewhere]) {
      expect(await getChangeRequest(viewer, request.id)).toBeNull();
      expect(await getOpenRequest(viewer, { enterpriseId: firm.id })).toBeNull();
      expect(await listFirmRequests(viewer, firm.id)).toEqual([]);
      expect((await listChangeRequests(viewer, changeRequestListSchema.parse({}))).total).toBe(0);
    }
    const { id } = firm;
    const missing = { code: "NOT_FOUND" };
    const attachmentId = await attachPaper({ enterpriseId: id });
    const qualification = { title: "Licence", attachmentId };
    const tries = [
      () => editFree(stranger, { id, version: 1, website: "theirs.example" }),
      () => requestChange(stranger, requestNamesSchema.parse({ id, version: 1, nameEn: "Theirs" })),
      () =>
        requestQualification(stranger, requestQualificationSchema.parse({ id, version: 1, qualification })),
      () => dropQualification(stranger, { id, version: 1, qualificationId: newId(), note: null }),
      () => resendChangeRequest(stranger, { ...request, note: null }),
      () => withdrawChangeRequest(stranger, request),
      () => assignChangeRequest(elsewhere, { ...request, ownerId: null }),
      () => sendBackChangeRequest(elsewhere, { ...request, comment: "No" }),
      () => acceptChangeRequests(elsewhere, { requests: [request] }),
      () =>
        decideChangeRequest(
          elsewhere,
          decideChangeRequestSchema.parse({
            ...request,
            decisions: [{ field: "nameEn", decision: "ACCEPTED" }],
          }),
        ),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(missing);
    expect(await db.changeRequest.findFirst()).toMatchObject({ state: "OPEN", version: 1 });
  });
});
