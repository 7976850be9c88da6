import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { inFirmSession } from "@/lib/platform/db/firm-session";
import { askForNames, makeAsking, versionOf } from "@/lib/testing/change-request-factories";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { editContactsSchema } from "../change-requests/schema";
import { editFree } from "../change-requests/service";
import { getEnterprise } from "../enterprises/queries";
import { updateEnterpriseSchema } from "../enterprises/schema";
import { updateEnterprise } from "../enterprises/service";
import { createLease } from "../leases/service";
import { getFreeEdit, listUndoable } from "./queries";
import { undoChangeSet } from "./service";

let firm: { id: string; nameEn: string };
let person: Viewer;
let officer: Viewer;

beforeEach(async () => {
  await resetDatabase();
  ({ firm, person, officer } = await makeAsking());
});

const say = async (website: string, by = person) =>
  (await editFree(by, { id: firm.id, version: await versionOf(firm.id), website })).changeSetId;
const call = async (name: string) => {
  const input = { id: firm.id, version: await versionOf(firm.id), contacts: [{ name, primary: true }] };
  return (await editFree(person, editContactsSchema.parse(input))).changeSetId;
};
const shown = async () => {
  const record = await getEnterprise(system, firm.id);
  return { website: record?.website, contacts: record?.contacts.map(({ name }) => name) };
};
/** As a request of a firm's person reads and writes: under the firm's role of the database. */
const asFirm = <T>({ userId, enterpriseIds }: Viewer, work: () => Promise<T>) =>
  inFirmSession({ userId: userId ?? "", enterpriseIds: enterpriseIds ?? [] }, work);
const missing = { code: "NOT_FOUND" };
const reason = "The number is not the firm's";

describe("what a firm changed by itself", () => {
  it("is put back by the office, and the firm's people are told what and by whom it had been changed", async () => {
    const colleague = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    await call("Ann Ong");
    const changed = await call("Nobody At All");
    expect(await listUndoable(officer, [changed])).toEqual(new Set([changed]));
    for (const reason of [undefined, null])
      await expect(undoChangeSet(officer, { id: changed, reason })).rejects.toMatchObject({
        ...{ code: "INVALID", fieldErrors: { reason: "errors.required" } },
      });
    expect(await shown()).toMatchObject({ contacts: ["Nobody At All"] });
    expect(await undoChangeSet(officer, { id: changed, reason })).toMatchObject({ undone: 1, kept: 0 });
    expect(await shown()).toMatchObject({ contacts: ["Ann Ong"] });
    const told = await db.notification.findMany({ where: { kind: "CHANGE_UNDONE" } });
    expect(told.map(({ userId }) => userId).sort()).toEqual([person.userId, colleague.userId].sort());
    const undoing = await db.changeSet.findFirst({ where: { undoesId: changed } });
    expect(undoing).toMatchObject({ reason });
    expect(told[0]).toMatchObject({
      href: "/portal/profile",
      params: {
        name: person.name,
        reason,
        fields: { nameEn: "Contacts", nameZh: "联系人" },
        firm: { nameEn: firm.nameEn },
      },
    });
  });

  it("is taken back by the firm's own people, and nobody is told", async () => {
    await say("ours.example");
    const slip = await say("oours.example");
    const colleague = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    await asFirm(colleague, async () => {
      expect(await listUndoable(colleague, [slip])).toEqual(new Set([slip]));
      await undoChangeSet(colleague, { id: slip });
      // An undoing is no free edit.
      const [undoing] = await db.changeSet.findMany({ where: { undoesId: slip } });
      await expect(undoChangeSet(colleague, { id: undoing?.id ?? "" })).rejects.toMatchObject(missing);
    });
    expect(await shown()).toMatchObject({ website: "ours.example" });
    expect(await db.notification.count({ where: { kind: "CHANGE_UNDONE" } })).toBe(0);
    await expect(undoChangeSet(person, { id: slip })).rejects.toMatchObject({
      message: "change-sets.errors.undoneAlready",
    });
  });

  it("stays where anybody touched the record since, and is no longer offered", async () => {
    const edit = await say("ours.example");
    const given = {
      id: firm.id,
      version: await versionOf(firm.id),
      nameEn: firm.nameEn,
      cluster: "BIOMEDICINE",
    };
    await updateEnterprise(system, updateEnterpriseSchema.parse({ ...given, website: "ours.example" }));
    for (const viewer of [person, officer]) {
      expect(await listUndoable(viewer, [edit])).toEqual(new Set());
      await expect(undoChangeSet(viewer, { id: edit, reason })).rejects.toMatchObject({
        message: expect.stringContaining("change-sets.errors.standsSince"),
      });
    }
    expect(await shown()).toMatchObject({ website: "ours.example" });
  });

  it("goes back whole or not at all", async () => {
    const input = { id: firm.id, version: await versionOf(firm.id), website: "a.example" };
    const both = await editFree(person, { ...input, description: "A firm" });
    await undoChangeSet(person, { id: both.changeSetId });
    expect(await db.enterprise.findUniqueOrThrow({ where: { id: firm.id } })).toMatchObject({
      website: null,
      description: null,
    });
  });
});

describe("a firm's own people undo nothing else", () => {
  it("not what the office did to their record, nor what they asked for", async () => {
    const given = { id: firm.id, version: await versionOf(firm.id), nameEn: "Another Ltd" };
    const byOffice = await updateEnterprise(system, updateEnterpriseSchema.parse(given));
    const asked = await askForNames(person, firm.id, { nameEn: "Third Ltd" });
    const ids = [byOffice.changeSetId, asked.changeSetId];
    expect(await listUndoable(person, ids)).toEqual(new Set());
    for (const id of ids) await expect(undoChangeSet(person, { id })).rejects.toMatchObject(missing);
  });

  it("not an edit of another firm, with or without the database's own walls", async () => {
    const edit = await say("ours.example");
    const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    expect(await listUndoable(stranger, [edit])).toEqual(new Set());
    await expect(undoChangeSet(stranger, { id: edit })).rejects.toMatchObject(missing);
    await expect(asFirm(stranger, () => undoChangeSet(stranger, { id: edit }))).rejects.toMatchObject(
      missing,
    );
  });

  it("not a change set of that verb that touched more than free fields", async () => {
    const { id } = firm;
    const edit = await openChangeSet(
      person,
      { verb: "change-requests.editFree" },
      async (tx, changeSetId) => {
        await tx.enterprise.update({ where: { id }, data: { stage: "EXITED" }, select: { id: true } });
        return changeSetId;
      },
    );
    await expect(undoChangeSet(person, { id: edit })).rejects.toMatchObject(missing);
    await expect(undoChangeSet(officer, { id: edit })).rejects.toMatchObject(missing);
  });
});

it("an officer limited to parks undoes it for firms within their reach alone; managers and partners never", async () => {
  const [here, there] = [await makePark(), await makePark()];
  const unit = await makeUnit(there);
  await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
  const edit = await say("ours.example");
  const limited = await makeViewer("OFFICER", { parkIds: [here.id] });
  await expect(undoChangeSet(limited, { id: edit, reason })).rejects.toMatchObject(missing);
  expect(await getFreeEdit(limited, edit)).toBeNull();
  expect(await getFreeEdit(person, edit)).toBeNull();
  expect(await getFreeEdit(officer, edit)).toMatchObject({
    ...{ by: person.name, firm: { id: firm.id }, undoable: true },
  });
  await expect(undoChangeSet(await makeViewer("MANAGER"), { id: edit })).rejects.toMatchObject(missing);
  await expect(undoChangeSet(await makeViewer("VIEWER"), { id: edit })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await undoChangeSet(await makeViewer("OFFICER", { parkIds: [there.id] }), { id: edit, reason });
  expect(await getFreeEdit(officer, edit)).toMatchObject({ undoable: false });
});
