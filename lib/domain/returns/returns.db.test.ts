import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeViewer, system } from "@/lib/testing/factories";
import { makeReturn, makeRound, send } from "@/lib/testing/return-factories";
import { closeRound, openRound } from "../return-rounds/service-turns";
import { getReturn, listReturnIds, listReturnsOfFirm } from "./queries";
import {
  allowLateSchema,
  exemptReturnSchema,
  returnListSchema,
  saveDraftSchema,
  sendBackSchema,
  submitReturnSchema,
} from "./schema";
import { saveDraft, submitReturn } from "./service";
import { allowLateReturn, endLateReturn, exemptReturn, includeReturn } from "./service-asking";
import { acceptReturn, correctReturn, sendReturnBack } from "./service-decisions";

beforeEach(resetDatabase);

const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const at = (day: string) => toCivil(day);
const OPEN = at("2022-10-05");
const make = (enterpriseId?: string, more: object = {}) =>
  makeReturn({ enterpriseId, round: { ...days, ...more } });
const draft = (seen: { id: string; version: number }, answers: Record<string, string>, viewer = system) =>
  saveDraft(viewer, saveDraftSchema.parse({ ...pick(seen), answers }), undefined, OPEN);
const submit = (seen: { id: string; version: number }, more: object, viewer = system, today = OPEN) =>
  submitReturn(
    viewer,
    submitReturnSchema.parse({ ...pick(seen), answers: { total: "12" }, ...more }),
    undefined,
    today,
  );
const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });

async function firmAndPerson() {
  const firm = await makeFirm();
  return { firm, person: await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }) };
}

describe("a firm's own people", () => {
  it("type, keep and send their own, and hear what becomes of it; another firm's is as missing", async () => {
    const [{ firm, person }, stranger] = [await firmAndPerson(), await firmAndPerson()];
    const made = await make(firm.id);
    expect(await getReturn(person, made.id, OPEN)).toMatchObject({
      ...{
        state: "NOT_STARTED",
        answers: {},
        can: { saveDraft: true, submit: true, accept: false, onBehalf: false },
      },
    });
    const kept = await draft(made, { total: "7" }, person);
    expect(await listReturnsOfFirm(person, OPEN)).toMatchObject([
      { id: made.id, state: "DRAFT", waits: true },
    ]);
    await submit(kept, {}, person);
    expect(await getReturn(person, made.id, OPEN)).toMatchObject({
      ...{ state: "SUBMITTED", receivedOn: "2022-10-05", late: false, onBehalf: false },
      ...{ submittedByName: person.name, answers: { total: "12" }, can: { saveDraft: false, submit: false } },
    });
    for (const write of [draft, submit]) {
      await expect(write(made, {}, stranger.person)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await getReturn(stranger.person, made.id, OPEN)).toBeNull();
    expect(await listReturnsOfFirm(stranger.person, OPEN)).toEqual([]);
    await expect(acceptReturn(person, { id: made.id, version: 3 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(getReturn(await makeViewer("VIEWER"), made.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are told at its field what cannot be sent; a draft keeps what is right so far", async () => {
    const made = await make();
    await expect(draft(made, { total: "ten" })).rejects.toMatchObject({
      ...{ code: "INVALID", fieldErrors: { "answers.total": "errors.number" } },
    });
    await expect(submit(made, { answers: {} })).rejects.toMatchObject({
      fieldErrors: { "answers.total": "errors.required" },
    });
    expect(await draft(made, {})).toMatchObject({ state: "DRAFT" });
  });

  it("of whom two type at once: the second is told what the first typed", async () => {
    const { firm, person } = await firmAndPerson();
    const colleague = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const made = await make(firm.id);
    await draft(made, { total: "7" }, colleague);
    await expect(draft(made, { total: "9" }, person)).rejects.toMatchObject({
      ...{
        code: "STALE",
        stale: { version: 2, by: colleague.name, theirs: { "answers.total": "7", state: "DRAFT" } },
      },
    });
    await expect(submit(made, {}, person)).rejects.toMatchObject({ code: "STALE" });
  });
});

describe("in time", () => {
  it("is on the day that it is due; a day later is late, and allowed until the round closes", async () => {
    const [a, b, c] = [await make(), await make(), await make()];
    expect(await submit(a, {}, system, at("2022-10-15"))).toMatchObject({ late: false });
    expect(await submit(b, {}, system, at("2022-10-16"))).toMatchObject({ late: true });
    await expect(submit(c, {}, system, at("2022-11-01"))).rejects.toMatchObject({
      message: "returns.errors.notOpen",
    });
    await expect(submit(c, {}, system, at("2022-09-30"))).rejects.toMatchObject({ code: "CONFLICT" });
    const late = (roundId: string) =>
      listReturnIds(system, returnListSchema.parse({ round: roundId, late: "yes" }));
    expect([await late(a.roundId), await late(b.roundId)]).toEqual([[], [b.id]]);
  });

  it("counts from the first time that it came, however often it goes back", async () => {
    const made = await make();
    const sent = await submit(made, {}, system, at("2022-10-15"));
    const back = sendBackSchema.parse({ ...pick(sent), comments: { total: "With the interns?" } });
    const returned = await sendReturnBack(system, back, undefined, at("2022-10-16"));
    expect(await submit(returned, {}, system, at("2022-10-20"))).toMatchObject({ late: false });
  });

  it("after the round by an exception alone, which moves the figures", async () => {
    const made = await make();
    await closeRound(system, { id: made.roundId, version: 2, reason: null }, undefined, at("2022-11-01"));
    expect(await getReturn(system, made.id, at("2022-11-02"))).toMatchObject({
      ...{ state: "ESTIMATED", can: { submit: false, allowLate: true } },
    });
    const allow = (openUntil: string) =>
      allowLateReturn(
        system,
        allowLateSchema.parse({ id: made.id, version: 2, openUntil, reason: "They moved" }),
        undefined,
        at("2022-11-02"),
      );
    await expect(allow("2022-11-01")).rejects.toMatchObject({
      fieldErrors: { openUntil: "returns.errors.untilPast" },
    });
    const allowed = await allow("2022-11-10");
    await expect(submit(allowed, {}, system, at("2022-11-11"))).rejects.toMatchObject({ code: "CONFLICT" });
    const sent = await submit(allowed, {}, system, at("2022-11-10"));
    expect(sent.late).toBe(true);
    await acceptReturn(system, pick(sent));
    expect(await db.returnRound.findUniqueOrThrow({ where: { id: made.roundId } })).toMatchObject({
      standing: "REVISED",
    });
  });

  it("needs no exception while the round is open", async () => {
    const input = allowLateSchema.parse({ ...pick(await make()), openUntil: "2022-11-10", reason: "?" });
    await expect(allowLateReturn(system, input, undefined, OPEN)).rejects.toMatchObject({
      message: "returns.errors.openAnyway",
    });
  });
});

describe("on behalf of a firm", () => {
  it("an officer sends what came on paper, recorded as such, with the day on which it came", async () => {
    const officer = await makeViewer("OFFICER");
    const made = await make();
    const on = (receivedOn: string) => submit(made, { receivedOn }, officer, at("2022-10-20"));
    await expect(on("2022-10-21")).rejects.toMatchObject({
      fieldErrors: { receivedOn: "milestones.errors.future" },
    });
    await expect(on("2022-09-30")).rejects.toMatchObject({
      fieldErrors: { receivedOn: "returns.errors.beforeOpening" },
    });
    expect(await on("2022-10-14")).toMatchObject({ late: false });
    expect(await getReturn(officer, made.id)).toMatchObject({
      ...{ onBehalf: true, submittedByName: officer.name, receivedOn: "2022-10-14" },
    });
  });
});

describe("the office", () => {
  it("sends it back with comments per field, the firm mends it, the office accepts: each is told to the other", async () => {
    const { firm, person } = await firmAndPerson();
    const owner = await makeViewer("OFFICER");
    const made = await make(firm.id, { ownerId: owner.userId });
    const sent = await submit(made, {}, person);
    expect(
      sendBackSchema.safeParse({ ...pick(sent), comments: { total: " " } }).error?.issues[0],
    ).toMatchObject({
      ...{ path: ["comment"], message: "returns.errors.commentNeeded" },
    });
    const back = sendBackSchema.parse({ ...pick(sent), comments: { total: "With the interns?" } });
    const returned = await sendReturnBack(owner, back, undefined, OPEN);
    expect(await getReturn(person, made.id, OPEN)).toMatchObject({
      ...{ state: "RETURNED", comments: { total: "With the interns?" }, can: { submit: true } },
    });
    // A draft of what came back is still what came back.
    const kept = await draft(returned, { total: "11" }, person);
    expect(kept.state).toBe("RETURNED");
    const again = await submit(kept, { answers: { total: "11" } }, person);
    const { version } = await acceptReturn(owner, pick(again));
    await expect(acceptReturn(owner, { id: made.id, version })).rejects.toMatchObject({
      message: "returns.errors.notSubmitted",
    });
    const told = await db.notification.findMany({ orderBy: { createdAt: "asc" } });
    const name = (userId: string) => (userId === person.userId ? "firm" : "office");
    expect(told.map(({ kind, userId }) => [kind, name(userId)])).toEqual([
      ["RETURN_OPENED", "firm"],
      ["RETURN_SUBMITTED", "office"],
      ["RETURN_SENT_BACK", "firm"],
      ["RETURN_SUBMITTED", "office"],
      ["RETURN_ACCEPTED", "firm"],
    ]);
    expect(told[2]?.params).toMatchObject({ firm: { nameEn: firm.nameEn }, comment: "With the interns?" });
  });

  it("says until when, if it sends one back after the round's last day", async () => {
    const sent = await submit(await make(), {});
    const back = (more: object, today: string) =>
      sendReturnBack(
        system,
        sendBackSchema.parse({ ...pick(sent), comment: "Again, please", ...more }),
        undefined,
        at(today),
      );
    await expect(back({}, "2022-11-02")).rejects.toMatchObject({
      fieldErrors: { openUntil: "returns.errors.untilNeeded" },
    });
    const returned = await back({ openUntil: "2022-11-09" }, "2022-11-02");
    await submit(returned, {}, system, at("2022-11-09"));
  });

  it("exempts a firm with a reason until it has answered, and asks it after all", async () => {
    const made = await make();
    const exempt = (version: number) =>
      exemptReturn(system, exemptReturnSchema.parse({ id: made.id, version, reason: "Fire" }));
    await exempt(1);
    await expect(submit({ id: made.id, version: 2 }, {})).rejects.toMatchObject({
      message: "returns.errors.notAsked",
    });
    await includeReturn(system, { id: made.id, version: 2, reason: null });
    await submit({ id: made.id, version: 3 }, {});
    await expect(exempt(4)).rejects.toMatchObject({ message: "returns.errors.sent" });
    await expect(
      db.$executeRaw`UPDATE returns SET state = 'EXEMPT', exemption = NULL WHERE id = ${made.id}::uuid`,
    ).rejects.toThrow();
  });
});

it("a decision on what was changed meanwhile is refused with who did what, and decides nothing", async () => {
  const [one, two] = [await makeViewer("OFFICER"), await makeViewer("ADMIN")];
  const sent = await submit(await make(), {});
  const seen = pick(sent);
  const again = sendBackSchema.parse({ ...seen, comment: "With the interns?" });
  const returned = await sendReturnBack(one, again, undefined, OPEN);
  const stale = (by: Viewer, state: string) => ({ code: "STALE", stale: { by: by.name, theirs: { state } } });
  const late = allowLateSchema.parse({ ...seen, openUntil: "2022-11-09", reason: "?" });
  const exempt = exemptReturnSchema.parse({ ...seen, reason: "?" });
  for (const decide of [
    () => acceptReturn(two, seen),
    () => sendReturnBack(two, again, undefined, OPEN),
    () => exemptReturn(two, exempt),
    () => includeReturn(two, { ...seen, reason: null }),
    () => allowLateReturn(two, late, undefined, OPEN),
    () => endLateReturn(two, { ...seen, reason: "?" }, undefined, OPEN),
  ])
    await expect(decide()).rejects.toMatchObject(stale(one, "RETURNED"));
  // Sent again with another figure: it is in the same state, and still another answer than the one that was read.
  const resent = await submit(returned, { answers: { total: "14" } });
  await expect(acceptReturn(two, seen)).rejects.toMatchObject({
    ...{ code: "STALE", stale: { theirs: { "answers.total": "14" } } },
  });
  const accepted = await acceptReturn(one, pick(resent));
  const right = { answers: { total: "15" }, reasons: {}, reason: "Counted again" };
  await expect(correctReturn(two, { ...pick(resent), ...right })).rejects.toMatchObject(
    stale(one, "ACCEPTED"),
  );
  await correctReturn(two, { ...pick(accepted), ...right });
});

it("an officer of some parks decides on those alone", async () => {
  const [mine, theirs] = [await submitIn(), await submitIn()];
  const officer = await makeViewer("OFFICER", { parkIds: [mine.parkId] });
  await expect(acceptReturn(officer, theirs.seen)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await listReturnIds(officer, returnListSchema.parse({}))).toEqual([mine.seen.id]);
  await acceptReturn(officer, mine.seen);

  async function submitIn() {
    const made = await make();
    return { parkId: made.parkId, seen: pick(await submit(made, {})) };
  }
});

it("two who open a round at once ask each firm once", async () => {
  const { parkId } = await make();
  const round = await makeRound({ ...days, parkId });
  const both = await Promise.allSettled([1, 2].map(() => openRound(system, round, undefined, OPEN)));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.return.count({ where: { roundId: round.id } })).toBe(1);
  expect(
    await send(await db.return.findFirstOrThrow({ where: { roundId: round.id } }), 3, system, OPEN),
  ).toBeTruthy();
});
