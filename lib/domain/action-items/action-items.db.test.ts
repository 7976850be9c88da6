import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { makeActionItem, makeAgreement, makeMeeting } from "@/lib/testing/promise-factories";
import { undoChangeSet } from "../change-sets/service";
import { getMeeting } from "../meetings/queries";
import { getActionItem, listActionItems, listOwnActionItems } from "./queries";
import {
  actionItemListSchema,
  completeActionItemSchema,
  createActionItemSchema,
  dropActionItemSchema,
  reopenActionItemSchema,
  updateActionItemSchema,
} from "./schema";
import {
  completeActionItem,
  createActionItem,
  dropActionItem,
  reopenActionItem,
  updateActionItem,
} from "./service";

beforeEach(resetDatabase);

const asOf = toCivil("2023-02-01");
const complete = (id: string, version: number, doneOn = "2022-12-01", viewer = system) =>
  completeActionItem(viewer, completeActionItemSchema.parse({ id, version, doneOn, result: "Sent" }));
const titles = async (filters: object) =>
  (await listActionItems(system, actionItemListSchema.parse(filters), asOf)).rows.map(
    ({ titleEn }) => titleEn,
  );

describe("an action item", () => {
  it("is linked to its session, outcome, agreement and project, and to those within reach alone", async () => {
    const meeting = await makeMeeting({ outcomes: [{ textEn: "To list" }] });
    const [outcome] = (await getMeeting(system, meeting.id))?.outcomes ?? [];
    const [agreement, project] = [await makeAgreement(), await makeProject()];
    const links = { meetingId: meeting.id, agreementId: agreement.id, projectId: project.id };
    const { id } = await makeActionItem({ titleEn: "Linked", ...links, outcomeId: outcome?.id });
    expect(await getActionItem(system, id, asOf)).toMatchObject({
      ...{ state: "OVERDUE", outcome: { textEn: "To list" }, agreement: { id: agreement.id } },
      can: { update: true, complete: true, drop: true, reopen: false },
    });
    await makeActionItem({ titleEn: "Alone" });
    for (const filter of [{ meeting: meeting.id }, { agreement: agreement.id }, { project: project.id }]) {
      expect(await titles(filter)).toEqual(["Linked"]);
    }
    await expect(makeActionItem({ outcomeId: outcome?.id })).rejects.toMatchObject({
      fieldErrors: { outcomeId: "action-items.errors.otherMeeting" },
    });
    await expect(makeActionItem({ agreementId: crypto.randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(makeActionItem({ ownerId: (await makeViewer("MANAGER")).userId })).rejects.toMatchObject({
      fieldErrors: { ownerId: "errors.choose" },
    });
  });

  it("is done, reopened and dropped, each once, and an undo takes it back", async () => {
    const { id } = await makeActionItem();
    const { changeSetId } = await complete(id, 1);
    await expect(complete(id, 2)).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: "action-items.errors.closed" },
    });
    await undoChangeSet(system, { id: changeSetId });
    const open = await getActionItem(system, id, asOf);
    expect(open).toMatchObject({ state: "OVERDUE", doneOn: null });
    const drop = { id, version: open?.version, droppedOn: "2022-12-02", reason: "Overtaken" };
    const dropped = await dropActionItem(system, dropActionItemSchema.parse(drop));
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: dropped.changeSetId } })).toMatchObject({
      ...{ verb: "action-items.drop", reason: "Overtaken" },
    });
    const again = { id, version: dropped.version, reason: "It came back" };
    await reopenActionItem(system, reopenActionItemSchema.parse(again));
    const twice = reopenActionItemSchema.parse({ ...again, version: dropped.version + 1 });
    await expect(reopenActionItem(system, twice)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await getActionItem(system, id, asOf)).toMatchObject({ state: "OVERDUE", result: null });
  });

  it("is told at its field what does not fit, and who saved first", async () => {
    const { id } = await makeActionItem();
    await expect(complete(id, 1, "2022-10-31")).rejects.toMatchObject({
      fieldErrors: { doneOn: "action-items.errors.beforeRaised" },
    });
    await expect(complete(id, 1, "2099-12-31")).rejects.toMatchObject({
      fieldErrors: { doneOn: "action-items.errors.future" },
    });
    const form = createActionItemSchema.safeParse({ raisedOn: "2022-11-01", dueOn: "2022-10-31" });
    expect(form.error?.issues.map(({ path }) => path[0])).toEqual(["titleZh", "dueOn"]);
    await complete(id, 1);
    const edit = (version: number, raisedOn: string) =>
      updateActionItem(system, updateActionItemSchema.parse({ id, version, titleEn: "Later", raisedOn }));
    // Raised after it was done: the database refuses.
    await expect(edit(2, "2022-12-15")).rejects.toMatchObject({
      fieldErrors: { raisedOn: "errors.datesOrdered" },
    });
    await expect(edit(1, "2022-11-01")).rejects.toMatchObject({
      ...{ code: "STALE", stale: { version: 2, theirs: { result: "Sent" } } },
    });
  });

  it("is found by its state on the day, which is worked out as the rules do", async () => {
    await makeActionItem({ titleEn: "Overdue" });
    await makeActionItem({ titleEn: "Open", dueOn: "2023-02-01" });
    await makeActionItem({ titleEn: "Undated", dueOn: "" });
    await makeActionItem({ titleEn: "Later", raisedOn: "2023-02-02", dueOn: "" });
    const { id } = await makeActionItem({ titleEn: "Done" });
    await complete(id, 1, "2023-02-01");
    const late = await makeActionItem({ titleEn: "Done later" });
    await complete(late.id, 1, "2023-02-02");
    expect(await titles({ state: "OVERDUE" })).toEqual(["Overdue", "Done later"]);
    expect(await titles({ state: "OPEN" })).toEqual(["Open", "Undated"]);
    expect(await titles({ state: "LIVE" })).toEqual(["Overdue", "Done later", "Open", "Undated"]);
    expect(await titles({ state: "DONE" })).toEqual(["Done"]);
    const { rows } = await listActionItems(system, actionItemListSchema.parse({}), asOf);
    expect(rows.map(({ titleEn, state }) => [titleEn, state])).toEqual([
      ["Overdue", "OVERDUE"],
      ["Done", "DONE"],
      ["Done later", "OVERDUE"],
      ["Open", "OPEN"],
      ["Undated", "OPEN"],
    ]);
    expect(await titles({ query: "50%" })).toEqual([]);
  });
});

it("whoever owns items sees their own, the overdue first", async () => {
  const owner = await makeViewer("OFFICER");
  await makeActionItem({ titleEn: "Mine, later", ownerId: owner.userId, dueOn: "2024-12-31" });
  await makeActionItem({ titleEn: "Mine, overdue", ownerId: owner.userId });
  await makeActionItem({ titleEn: "Nobody's" });
  const own = await listOwnActionItems(owner, asOf, 8);
  expect(own.rows.map(({ titleEn }) => titleEn)).toEqual(["Mine, overdue", "Mine, later"]);
  expect(own).toMatchObject({ total: 2, overdue: 1 });
  expect(await listOwnActionItems(system, asOf, 8)).toMatchObject({ total: 0 });
});

it("an officer of some parks reads all and writes none; a firm reads none", async () => {
  const { id } = await makeActionItem();
  const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
  expect((await getActionItem(limited, id, asOf))?.can).toMatchObject({ update: false, complete: false });
  const refused = { code: "FORBIDDEN", message: "errors.wholeZone" };
  await expect(complete(id, 1, "2022-12-01", limited)).rejects.toMatchObject(refused);
  const input = createActionItemSchema.parse({ titleEn: "x", raisedOn: "2022-11-01" });
  await expect(createActionItem(limited, input)).rejects.toMatchObject(refused);
  const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  await expect(getActionItem(tenant, id, asOf)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
