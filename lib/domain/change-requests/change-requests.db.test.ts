import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { newId } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { askForNames, makeAsking, versionOf } from "@/lib/testing/change-request-factories";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system, unique } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { getEnterprise } from "../enterprises/queries";
import { completeUscc } from "../enterprises/rules";
import { updateEnterpriseSchema } from "../enterprises/schema";
import { updateEnterprise } from "../enterprises/service";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { searchRecords } from "../search/queries";
import {
  getChangeRequest,
  getOpenRequest,
  listChangeRequests,
  listFirmRequests,
  listStandings,
  whyNotAccepted,
} from "./queries";
import {
  changeRequestListSchema,
  decideChangeRequestSchema,
  decideFormSchema,
  editContactsSchema,
  requestBusinessSchema,
  requestIdentifiersSchema,
  requestNamesSchema,
} from "./schema";
import { editFree, requestChange, resendChangeRequest, withdrawChangeRequest } from "./service";
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
const askBusiness = async (fields: Record<string, unknown>) =>
  requestChange(
    person,
    requestBusinessSchema.parse({ id: firm.id, version: await versionOf(firm.id), ...fields }),
  );
const decide = (of: { id: string; version: number }, said: Record<string, string | [string, string]>) => {
  const decisions = Object.entries(said).map(([field, one]) => {
    const [decision, comment] = Array.isArray(one) ? one : [one, ""];
    return { field, decision, comment };
  });
  return decideChangeRequest(officer, decideChangeRequestSchema.parse({ ...of, decisions }));
};
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
const stored = () => db.enterprise.findUniqueOrThrow({ where: { id: firm.id } });
const told = (kind: "CHANGE_REQUESTED" | "CHANGE_RETURNED" | "CHANGE_DECIDED") =>
  db.notification.findMany({ where: { kind }, select: { userId: true, params: true, href: true } });

describe("what a firm changes by itself", () => {
  it("is live at once, under a change set of the firm's own person", async () => {
    const contacts = [{ name: "Ann Ong", phone: "020-1234", primary: true }];
    const done = await editFree(person, editContactsSchema.parse({ id: firm.id, version: 1, contacts }));
    expect(done.version).toBe(2);
    expect(await getEnterprise(person, firm.id)).toMatchObject({ contacts: [{ name: "Ann Ong" }] });
    expect(await listHistory([firm.id], 1)).toMatchObject([
      { verb: "change-requests.editFree", actor: person.name, onBehalfOf: null },
    ]);
    expect(await db.changeRequest.count()).toBe(0);
  });

  it("is refused from a version that is no longer", async () => {
    await edit({ website: "theirs.example" });
    await expect(
      editFree(person, { id: firm.id, version: 1, website: "ours.example" }),
    ).rejects.toMatchObject({
      code: "STALE",
      stale: { theirs: { website: "theirs.example" } },
    });
  });
});

describe("a request", () => {
  it("is one a firm: a further edit while it is open changes it", async () => {
    const first = await ask({ nameEn: "Star Oral 3D Ltd" });
    const second = await askBusiness({ cluster: "BIOMEDICINE", foreignShare: "51" });
    expect(second).toMatchObject({ id: first.id, version: 2 });
    const open = await getOpenRequest(person, { enterpriseId: firm.id });
    expect(open?.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["nameEn", "Star 3D Ltd", "Star Oral 3D Ltd"],
      ["cluster", "OTHER", "BIOMEDICINE"],
      ["foreignShare", null, "51"],
    ]);
    expect(await stored()).toMatchObject({ nameEn: "Star 3D Ltd", cluster: "OTHER", version: 1 });
    // What stands already is no longer asked for; with the last field the request itself goes.
    await ask({ nameEn: "Star 3D Ltd" });
    expect((await getOpenRequest(person, { enterpriseId: firm.id }))?.fields).toHaveLength(2);
    await askBusiness({});
    expect(await db.changeRequest.findFirst()).toMatchObject({ state: "WITHDRAWN" });
  });

  it("asks for nothing when nothing differs, and by the very rules of the record", async () => {
    await expect(ask({})).rejects.toMatchObject({ message: "change-requests.errors.nothing" });
    const uscc = completeUscc("91440112MA9010001");
    const wrong = uscc.slice(0, -1) + (uscc.endsWith("0") ? "1" : "0");
    const parse = (value: string) =>
      requestIdentifiersSchema.safeParse({ id: firm.id, version: 1, identifiers: [{ type: "USCC", value }] });
    expect(parse(wrong).error?.issues[0]?.message).toBe("enterprises.errors.uscc");
    expect(parse(uscc).success).toBe(true);
    const nameless = requestNamesSchema.safeParse({ id: firm.id, version: 1, nameEn: " " });
    expect(nameless.error?.issues[0]).toMatchObject({ path: ["nameZh"], message: "errors.oneNameNeeded" });
  });

  it("is against the version that was seen, of the firm and of the request", async () => {
    await edit({ shortName: "S3D" });
    const stale = requestNamesSchema.parse({ id: firm.id, version: 1, nameEn: "Star Oral" });
    await expect(requestChange(person, stale)).rejects.toMatchObject({
      code: "STALE",
      stale: { theirs: { shortName: "S3D" } },
    });
    const request = { id: firm.id, version: 2, nameEn: "Star Oral", shortName: "S3D" };
    await requestChange(person, requestNamesSchema.parse({ ...request, requestVersion: 0 }));
    const colleague = requestNamesSchema.parse({ ...request, nameEn: "Star Tooth", requestVersion: 0 });
    await expect(requestChange(person, colleague)).rejects.toMatchObject({
      message: "change-requests.errors.changedMeanwhile",
    });
  });

  it("of two at once leaves one under way", async () => {
    const results = await Promise.allSettled([ask({ nameEn: "One" }), ask({ nameEn: "Two" })]);
    expect(await db.changeRequest.count()).toBe(1);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ message: "change-requests.errors.openAlready" });
    }
  });

  it("is told to whoever looks after the firm, else to the officers who reach it", async () => {
    const park = await makePark();
    const elsewhere = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    const near = await makeViewer("OFFICER", { parkIds: [park.id] });
    const people = { enterpriseId: firm.id, parkId: park.id, on: "2022-09-30", total: "3" };
    await createHeadcount(system, createHeadcountSchema.parse(people));
    await ask({ nameEn: "Star Oral" });
    const first = await told("CHANGE_REQUESTED");
    expect(first.map(({ userId }) => userId).sort()).toEqual([officer.userId, near.userId].sort());
    expect(first[0]?.params).toMatchObject({
      firm: { nameZh: null, nameEn: "Star 3D Ltd" },
      name: person.name,
      fields: { nameZh: "英文名称", nameEn: "Name, English" },
    });
    const other = await makeFirm();
    await updateEnterprise(
      system,
      updateEnterpriseSchema.parse({ id: other.id, version: 1, nameEn: "Other", ownerId: elsewhere.userId }),
    );
    const asker = await makeViewer("ENTERPRISE", { enterpriseIds: [other.id] });
    await ask({ nameEn: "Another" }, asker, other.id);
    expect((await told("CHANGE_REQUESTED")).length - first.length).toBe(1);
    expect(await db.mail.count({ where: { userId: elsewhere.userId } })).toBe(1);
  });

  it("may be withdrawn, and asked anew", async () => {
    const request = await ask({ nameEn: "Star Oral" });
    await withdrawChangeRequest(person, request);
    await expect(decide({ ...request, version: 2 }, { nameEn: "ACCEPTED" })).rejects.toMatchObject({
      message: "change-requests.errors.stateWITHDRAWN",
    });
    expect((await ask({ nameEn: "Star Oral" })).id).not.toBe(request.id);
    expect(await listFirmRequests(person, firm.id)).toHaveLength(2);
  });
});

describe("the office", () => {
  it("decides field by field; what it accepts is written, and the history names who asked and who decided", async () => {
    await ask({ nameEn: "Aurora Dental Ltd", shortName: "Aurora" });
    const request = await askBusiness({ cluster: "BIOMEDICINE" });
    const result = await decide(request, {
      nameEn: ["ACCEPTED", "As on your licence"],
      shortName: ["REFUSED", "Taken by another"],
      cluster: "ACCEPTED",
    });
    expect(result).toMatchObject({ accepted: 2, refused: 1, stale: 0 });
    expect(await stored()).toMatchObject({
      nameEn: "Aurora Dental Ltd",
      shortName: null,
      cluster: "BIOMEDICINE",
      nameKeyEn: "aurora dental",
      sortEn: expect.stringContaining("aurora"),
      version: 2,
    });
    expect((await searchRecords(system, "aurora", 5)).map(({ id }) => id)).toEqual([firm.id]);
    expect(await listHistory([firm.id], 1)).toMatchObject([
      {
        verb: "change-requests.decide",
        via: "APPROVAL",
        actor: officer.name,
        onBehalfOf: person.name,
      },
    ]);
    const seen = await getChangeRequest(person, request.id);
    expect(seen).toMatchObject({ state: "DECIDED", decidedBy: officer.name, can: { mend: false } });
    expect(seen?.fields.map(({ field, decision, comment }) => [field, decision, comment])).toEqual([
      ["nameEn", "ACCEPTED", "As on your licence"],
      ["shortName", "REFUSED", "Taken by another"],
      ["cluster", "ACCEPTED", null],
    ]);
    expect(await told("CHANGE_DECIDED")).toMatchObject([
      {
        userId: person.userId,
        params: { accepted: 2, refused: 1 },
        href: `/portal/profile/requests/${request.id}`,
      },
    ]);
  });

  it("leaves no field undecided, gives a reason for each refusal, and looks at what it saw", async () => {
    const request = await ask({ nameEn: "Star Oral", shortName: "Star" });
    await expect(decide(request, { nameEn: "ACCEPTED" })).rejects.toMatchObject({
      fieldErrors: { "decisions.shortName.decision": "change-requests.errors.undecided" },
    });
    const mute = { ...request, decisions: [{ field: "nameEn", decision: "REFUSED" }] };
    expect(decideChangeRequestSchema.safeParse(mute).error?.issues[0]).toMatchObject({
      path: ["decisions", 0, "comment"],
      message: "change-requests.errors.why",
    });
    const form = decideFormSchema.parse({
      ...request,
      decisions: { nameEn: { decision: "ACCEPTED" }, shortName: { decision: "", comment: "Later" } },
    });
    expect(form.decisions).toEqual([{ field: "nameEn", decision: "ACCEPTED", comment: null }]);
    await ask({ nameEn: "Star Teeth", shortName: "Star" });
    await expect(decide(request, { nameEn: "ACCEPTED", shortName: "ACCEPTED" })).rejects.toMatchObject({
      code: "STALE",
    });
    expect(await stored()).toMatchObject({ nameEn: "Star 3D Ltd" });
  });

  it("marks stale what somebody changed since, does not write it, and asks again", async () => {
    const request = await ask({ nameEn: "Star Oral", shortName: "Star" });
    await edit({ shortName: "S3D" });
    const seen = await getChangeRequest(officer, request.id);
    expect(seen?.fields.map(({ field, stale, present }) => [field, stale, present])).toEqual([
      ["nameEn", false, "Star 3D Ltd"],
      ["shortName", true, "S3D"],
    ]);
    const decided = await decide(request, { nameEn: "ACCEPTED", shortName: "ACCEPTED" });
    expect(decided).toMatchObject({ accepted: 1, stale: 1 });
    expect(await stored()).toMatchObject({ nameEn: "Star Oral", shortName: "S3D" });
    const back = await getChangeRequest(person, request.id);
    expect(back).toMatchObject({ state: "RETURNED", can: { resend: true, mend: true } });
    expect(await told("CHANGE_RETURNED")).toHaveLength(1);
    // Sent again: against what the record says now, and only what was left open.
    const again = await resendChangeRequest(person, { id: request.id, version: decided.version, note: null });
    const asked = await getChangeRequest(officer, request.id);
    expect(asked?.fields).toMatchObject([
      { field: "nameEn", decision: "ACCEPTED" },
      { field: "shortName", before: "S3D", after: "Star", stale: false, decision: null },
    ]);
    await decide(again, { shortName: "ACCEPTED" });
    expect(await stored()).toMatchObject({ shortName: "Star" });
  });

  it("sends the whole back; the firm mends it and sends it again", async () => {
    const request = await ask({ nameEn: "Star Oral", shortName: "Star" });
    await sendBackChangeRequest(officer, { ...request, comment: "The name as on the licence, please" });
    expect(await told("CHANGE_RETURNED")).toMatchObject([
      { params: { comment: "The name as on the licence, please" } },
    ]);
    const mended = await ask({ nameEn: "Star Oral Medicine Ltd", shortName: "Star" });
    expect(mended.id).toBe(request.id);
    expect(await getChangeRequest(officer, request.id)).toMatchObject({ state: "OPEN", comment: null });
    await decide(mended, { nameEn: "ACCEPTED", shortName: "ACCEPTED" });
    expect(await stored()).toMatchObject({ nameEn: "Star Oral Medicine Ltd", shortName: "Star" });
  });

  it("refuses an identifier that another firm has, and writes nothing", async () => {
    const value = completeUscc("91440112MA9010002");
    const identifiers = [{ type: "USCC", value }];
    const other = await makeFirm();
    await updateEnterprise(
      system,
      updateEnterpriseSchema.parse({ id: other.id, version: 1, nameEn: "Holder", identifiers }),
    );
    const input = requestIdentifiersSchema.parse({ id: firm.id, version: 1, identifiers });
    const request = await requestChange(person, input);
    await expect(decide(request, { identifiers: "ACCEPTED" })).rejects.toMatchObject({
      message: "enterprises.errors.identifierTaken",
    });
    expect(await db.changeRequest.findFirst()).toMatchObject({ state: "OPEN" });
  });

  it("undoes a decision: the record and the request are as before", async () => {
    const request = await ask({ nameEn: "Star Oral" });
    const { changeSetId } = await decide(request, { nameEn: "ACCEPTED" });
    await undoChangeSet(system, { id: changeSetId });
    expect(await stored()).toMatchObject({ nameEn: "Star 3D Ltd" });
    expect(await getChangeRequest(officer, request.id)).toMatchObject({
      state: "OPEN",
      fields: [{ decision: null }],
    });
  });

  it("accepts many; those with a stale field or without evidence are left out and named", async () => {
    const firms = [firm, await makeFirm(), await makeFirm()];
    const requests: { id: string; version: number }[] = [];
    for (const { id, nameEn } of firms) {
      const asker = await makeViewer("ENTERPRISE", { enterpriseIds: [id] });
      requests.push(await ask({ nameEn, shortName: unique("Short") }, asker, id));
    }
    const ids = requests.map(({ id }) => id);
    await edit({ shortName: "S3D" });
    // What the page says before is what happens.
    const seen = await listStandings(officer, ids);
    expect(seen.map((one) => whyNotAccepted(one)?.why ?? null)).toEqual([
      "change-requests.errors.staleField",
      null,
      null,
    ]);
    expect(seen.map((one) => whyNotAccepted(one)?.fields.map(({ field }) => field))[0]).toEqual([
      "shortName",
    ]);
    const result = await acceptChangeRequests(officer, { requests });
    expect(result).toMatchObject({
      count: 2,
      left: [{ id: ids[0], firm: { nameEn: "Star 3D Ltd" }, why: "change-requests.errors.staleField" }],
    });
    const again = await acceptChangeRequests(officer, { requests });
    expect(again.count).toBe(0);
    expect((await listStandings(officer, ids)).map((one) => whyNotAccepted(one)?.why)).toEqual(
      again.left.map(({ why }) => why),
    );
    expect(again.left.map(({ why }) => why)).toEqual([
      "change-requests.errors.staleField",
      "change-requests.errors.stateDECIDED",
      "change-requests.errors.stateDECIDED",
    ]);
    const mine = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    expect((await getChangeRequest(mine, ids[0] ?? ""))?.state).toBe("OPEN");
  });

  it("leaves out one of many that its firm changed after it was seen, and takes the others", async () => {
    const other = await makeFirm();
    const theirs = await makeViewer("ENTERPRISE", { enterpriseIds: [other.id] });
    const requests = [
      await ask({ nameEn: "Star Oral" }),
      await ask({ nameEn: other.nameEn, shortName: unique("Short") }, theirs, other.id),
    ];
    await ask({ nameEn: "Star Tooth" });
    expect(await acceptChangeRequests(officer, { requests })).toMatchObject({
      count: 1,
      left: [{ id: requests[0]?.id, why: "change-requests.errors.changedSinceSeen" }],
    });
    expect(await stored()).toMatchObject({ nameEn: "Star 3D Ltd" });
  });

  it("finds them by state, owner and firm, with their age, and gives them to somebody", async () => {
    const request = await ask({ nameEn: "Star Oral" });
    await assignChangeRequest(officer, { ...request, ownerId: officer.userId });
    const list = async (params: Record<string, string>) =>
      (await listChangeRequests(officer, changeRequestListSchema.parse(params))).rows.map(
        ({ id, days, owner }) => ({ id, days, owner }),
      );
    const row = { id: request.id, days: 0, owner: officer.name };
    expect(await list({ state: "OPEN" })).toEqual([row]);
    expect(await list({ query: "star 3d", owner: officer.userId ?? "", subject: "FIRM" })).toEqual([row]);
    expect(await list({ state: "DECIDED" })).toEqual([]);
    expect(await list({ firm: newId() })).toEqual([]);
    await expect(
      assignChangeRequest(officer, { id: request.id, version: 2, ownerId: person.userId }),
    ).rejects.toMatchObject({ fieldErrors: { ownerId: "errors.choose" } });
  });
});
