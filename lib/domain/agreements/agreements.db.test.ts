import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { makeAgreement, makeMeeting } from "@/lib/testing/promise-factories";
import { bytesOf, pdf } from "@/lib/testing/sample-files";
import { getAttachment, listAttachments } from "../attachments/queries";
import { createAttachmentSchema } from "../attachments/schema";
import { createAttachment, deleteAttachment } from "../attachments/service";
import { undoChangeSet } from "../change-sets/service";
import { mergeEnterprisesSchema } from "../enterprises/schema";
import { mergeEnterprises } from "../enterprises/service-merge";
import { searchRecords } from "../search/queries";
import { getAgreement, listAgreements } from "./queries";
import { listAgreementOptions } from "./queries-options";
import {
  addAddendumSchema,
  agreementListSchema,
  createAgreementSchema,
  extendAgreementSchema,
  terminateAgreementSchema,
  updateAgreementSchema,
} from "./schema";
import { createAgreement, updateAgreement } from "./service";
import { addAddendum, extendAgreement, terminateAgreement } from "./service-events";

beforeEach(resetDatabase);

const paper = { code: "AG-1", titleEn: "Cooperation framework", signedOn: "2022-11-01" };
const party = { nameZh: "新加坡某局", nameEn: "A board", country: "SG" };
const add = (fields: object = {}, viewer: Viewer = system) =>
  createAgreement(viewer, createAgreementSchema.parse({ ...paper, parties: [party], ...fields }));
const codes = async (filters: object, viewer: Viewer = system) =>
  (await listAgreements(viewer, agreementListSchema.parse({ sort: "code", ...filters }))).rows.map(
    ({ code }) => code,
  );
const extend = (id: string, version: number, on: string, expiresOn: string) =>
  extendAgreement(system, extendAgreementSchema.parse({ id, version, on, expiresOn, evidence: "Letter 7" }));

describe("an agreement", () => {
  it("is kept with its parties, its session and its term, and found by number, title and pinyin", async () => {
    const [firm, meeting] = [await makeFirm({ nameEn: "Lion" }), await makeMeeting()];
    const { id, changeSetId } = await add({
      ...{ titleZh: "合作框架备忘录", meetingId: meeting.id, effectiveOn: "2022-12-01" },
      ...{ expiresOn: "2025-11-30", renewal: "BY_CONSENT", renewalMonths: "36" },
      parties: [{ enterpriseId: firm.id, nameEn: "What the paper calls it" }, party],
    });
    expect(await getAgreement(system, id)).toMatchObject({
      ...{ kind: "MOU", effectiveOn: "2022-12-01", expiresOn: "2025-11-30", renewalMonths: 36 },
      // A firm's names are its own.
      parties: [{ enterpriseId: firm.id, nameEn: null, enterprise: { nameEn: "Lion" } }, party],
      meeting: { id: meeting.id, number: 18 },
      can: { update: true, extend: true, addAddendum: true, terminate: true },
    });
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
      verb: "agreements.create",
    });
    for (const query of ["ag-1", "框架", "hezuo", "hzkj", "FRAMEWORK coop"]) {
      expect([query, await codes({ query })]).toEqual([query, ["AG-1"]]);
    }
    expect((await listAgreementOptions(system, "hezuo")).map(({ code }) => code)).toEqual(["AG-1"]);
    await add({ code: "AG-2", parties: [{ nameEn: "Another", country: "CN" }] });
    expect(await codes({ country: "sg" })).toEqual(["AG-1"]);
    expect(await codes({ meeting: meeting.id })).toEqual(["AG-1"]);
    expect(await codes({ party: firm.id })).toEqual(["AG-1"]);
  });

  it("tells what the database refuses at its field", async () => {
    const firm = await makeFirm();
    await add();
    await expect(add()).rejects.toMatchObject({ fieldErrors: { code: "agreements.errors.codeTaken" } });
    const twice = { code: "AG-3", parties: [{ enterpriseId: firm.id }, { enterpriseId: firm.id }] };
    await expect(add(twice)).rejects.toMatchObject({
      fieldErrors: { parties: "agreements.errors.partyTwice" },
    });
    const unknown = { code: "AG-4", meetingId: crypto.randomUUID() };
    await expect(add(unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const owner = { code: "AG-5", ownerId: (await makeViewer("MANAGER")).userId };
    await expect(add(owner)).rejects.toMatchObject({ fieldErrors: { ownerId: "errors.choose" } });
  });

  it("is changed with its parties, writes no history of those that stay, and refuses a stale edit", async () => {
    const { id } = await add();
    const edit = (version: number, fields: object, viewer: Viewer = system) =>
      updateAgreement(
        viewer,
        updateAgreementSchema.parse({ id, version, ...paper, parties: [party], ...fields }),
      );
    await edit(1, { titleEn: "Renamed" });
    const [last] = await listHistory([id]);
    expect(last?.rows.map(({ table }) => table)).toEqual(["agreements"]);
    await edit(2, { titleEn: "Renamed", parties: [{ nameEn: "Other", country: "CN" }] });
    expect((await getAgreement(system, id))?.parties).toMatchObject([{ nameEn: "Other", country: "CN" }]);
    const officer = await makeViewer("OFFICER");
    await expect(edit(1, { titleEn: "Late" }, officer)).rejects.toMatchObject({
      ...{ code: "STALE", stale: { version: 3, theirs: { titleEn: "Renamed" } } },
    });
  });
});

it("the search box finds it by number, words, pinyin and initials, within the scope of its own list", async () => {
  const [firm, other] = [await makeFirm(), await makeFirm()];
  const { id } = await add({ titleZh: "跨境数据谅解备忘录", parties: [{ enterpriseId: firm.id }] });
  await add({ code: "ZZ-2", titleEn: "Something else" });
  const found = async (text: string, viewer: Viewer = system) =>
    (await searchRecords(viewer, text, 5)).filter(({ kind }) => kind === "agreement").map((hit) => hit.id);
  for (const text of ["AG-1", "跨境", "备忘", "kuajing", "kjsj", "framework", "framework cooperation"]) {
    expect([text, await found(text)]).toEqual([text, [id]]);
  }
  const viewers: [Viewer, string[]][] = [
    [await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }), [id]],
    [await makeViewer("ENTERPRISE", { enterpriseIds: [other.id] }), []],
    [await makeViewer("OFFICER", { parkIds: [(await makePark()).id] }), [id]],
    [await makeViewer("VIEWER"), []],
  ];
  for (const [viewer, ids] of viewers) expect(await found("跨境", viewer)).toEqual(ids);
});

describe("what happens to an agreement", () => {
  it("is extended, added to and terminated, each with its day and where it is written", async () => {
    const { id } = await add({ expiresOn: "2023-10-31" });
    await extend(id, 1, "2023-10-01", "2024-10-31");
    const more = { id, version: 2, on: "2023-11-05", textEn: "Two more pilots", evidence: "Annex 2" };
    await addAddendum(system, addAddendumSchema.parse(more));
    const over = { id, version: 3, on: "2024-02-01", reason: "Withdrawn", evidence: "Letter 9" };
    const { changeSetId } = await terminateAgreement(system, terminateAgreementSchema.parse(over));
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
      ...{ verb: "agreements.terminate", reason: "Withdrawn" },
    });
    expect(await getAgreement(system, id)).toMatchObject({
      ...{ expiresOn: "2024-10-31", terminatedOn: "2024-02-01", version: 4 },
      events: [
        { kind: "EXTENDED", on: "2023-10-01", expiredOn: "2023-10-31", expiresOn: "2024-10-31" },
        { kind: "ADDENDUM", textEn: "Two more pilots", evidence: "Annex 2" },
        { kind: "TERMINATED", on: "2024-02-01", evidence: "Letter 9" },
      ],
      can: { update: true, extend: false, addAddendum: false, terminate: false },
    });
    const again = addAddendumSchema.parse({ ...more, version: 4 });
    await expect(addAddendum(system, again)).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: "agreements.errors.terminated" },
    });
    await undoChangeSet(system, { id: changeSetId });
    expect(await getAgreement(system, id)).toMatchObject({ terminatedOn: null, events: [{}, {}] });
  });

  it("not before it is signed, and its expiry then moves by extending it alone", async () => {
    const { id } = await add({ expiresOn: "2023-10-31" });
    await expect(extend(id, 1, "2022-10-31", "2024-10-31")).rejects.toMatchObject({
      fieldErrors: { on: "agreements.errors.beforeSigned" },
    });
    await extend(id, 1, "2023-10-01", "2024-10-31");
    const edit = (fields: object) =>
      updateAgreement(
        system,
        updateAgreementSchema.parse({
          ...{ id, version: 2, ...paper, expiresOn: "2024-10-31", parties: [party] },
          ...fields,
        }),
      );
    await expect(edit({ expiresOn: "2025-10-31" })).rejects.toMatchObject({
      fieldErrors: { expiresOn: "agreements.errors.extended" },
    });
    await expect(edit({ signedOn: "2023-10-02" })).rejects.toMatchObject({
      fieldErrors: { signedOn: "agreements.errors.eventsBefore" },
    });
    await expect(edit({ titleEn: "Renamed" })).resolves.toMatchObject({ version: 3 });
  });
});

describe("who reads and writes agreements", () => {
  it("an officer of some parks reads all and writes none; a firm reads those that it is a party to", async () => {
    const [own, foreign] = [await makeFirm(), await makeFirm()];
    const { id } = await add({ parties: [{ enterpriseId: own.id }, party] });
    const { id: other } = await add({ code: "AG-2", parties: [{ enterpriseId: foreign.id }] });
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    expect(await codes({}, limited)).toEqual(["AG-1", "AG-2"]);
    expect((await getAgreement(limited, id))?.can).toEqual({
      ...{ update: false, extend: false, addAddendum: false, terminate: false },
    });
    const refused = { code: "FORBIDDEN", message: "errors.wholeZone" };
    await expect(add({ code: "AG-3" }, limited)).rejects.toMatchObject(refused);
    const edit = updateAgreementSchema.parse({ id, version: 1, ...paper, parties: [party] });
    await expect(updateAgreement(limited, edit)).rejects.toMatchObject(refused);
    const end = { id, version: 1, on: "2023-01-01", reason: "x", evidence: "y" };
    await expect(terminateAgreement(limited, terminateAgreementSchema.parse(end))).rejects.toMatchObject(
      refused,
    );
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [own.id] });
    expect(await codes({}, tenant)).toEqual(["AG-1"]);
    expect(await getAgreement(tenant, other)).toBeNull();
    await expect(listAgreements(await makeViewer("VIEWER"), agreementListSchema.parse({}))).rejects.toThrow();
  });

  it("its files go with it: a party's people and limited officers read them, and change none", async () => {
    const firm = await makeFirm();
    const { id: ownerId } = await add({ parties: [{ enterpriseId: firm.id }] });
    const input = createAttachmentSchema.parse({ owner: "agreements", ownerId, fileName: "协议.pdf" });
    const { id } = await createAttachment(system, input, bytesOf(pdf()));
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    for (const viewer of [tenant, limited]) {
      expect(await getAttachment(viewer, id)).toMatchObject({ owner: "agreements", ownerId });
      const { can, rows } = await listAttachments(viewer, input);
      expect([can.create, rows.map((row) => row.can.delete)]).toEqual([false, [false]]);
      await expect(createAttachment(viewer, input, bytesOf(pdf()))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(deleteAttachment(viewer, { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await getAttachment(stranger, id)).toBeNull();
    const meeting = await makeMeeting();
    const minutes = createAttachmentSchema.parse({ ...input, owner: "meetings", ownerId: meeting.id });
    const filed = await createAttachment(system, minutes, bytesOf(pdf()));
    expect(await getAttachment(limited, filed.id)).toMatchObject({ owner: "meetings" });
    expect(await getAttachment(tenant, filed.id)).toBeNull();
    await expect(createAttachment(limited, minutes, bytesOf(pdf()))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("a party that was entered twice is one after the merge, and stays where both had signed", async () => {
    const [stays, goes] = [await makeFirm(), await makeFirm()];
    const { id } = await makeAgreement({ parties: [{ enterpriseId: goes.id }] });
    const { id: both } = await makeAgreement({
      parties: [{ enterpriseId: stays.id }, { enterpriseId: goes.id }],
    });
    const input = { id: stays.id, version: 1, goesId: goes.id, goesVersion: 1 };
    await mergeEnterprises(system, mergeEnterprisesSchema.parse(input));
    for (const agreement of [id, both]) {
      expect((await getAgreement(system, agreement))?.parties.map((p) => p.enterpriseId)).toEqual([stays.id]);
    }
  });
});
