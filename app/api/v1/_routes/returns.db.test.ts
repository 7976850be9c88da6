import { beforeEach, expect, it } from "vitest";
import { serve } from "@/lib/platform/api/route";
import { addDays } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { ifMatch, send, tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, unique } from "@/lib/testing/factories";
import { makeForm, makeReturn, makeRound, settle } from "@/lib/testing/return-factories";
import { returnActs, roundWrites } from "./acts-returns";
import { returnForm, returnForms, returnRecord, returnRound, returnRounds, returns } from "./returns";

beforeEach(resetDatabase);

type Route = Parameters<typeof serve>[0];

async function get(route: object, token: string, id?: string, query = "") {
  const request = new Request(`http://localhost/api/v1/x${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const response = await serve(route as Route)(request, { params: Promise.resolve(id ? { id } : {}) });
  return { status: response.status, body: await response.json() };
}

it("a firm fills in and sends its own by a program, the office sends it back and accepts", async () => {
  const firm = await makeFirm();
  const made = await makeReturn({ enterpriseId: firm.id });
  const [officer, own] = [
    await tokenOf("OFFICER"),
    await tokenOf("ENTERPRISE", { enterpriseIds: [firm.id] }),
  ];
  const post = async (id: string, token: string, version: number, body: object) => {
    const answer = await send(id, token, { params: { id: made.id }, body, headers: ifMatch(version) });
    return { ...answer.body, status: answer.status };
  };
  expect(await post("saveReturnDraft", own, 1, { answers: { total: 7 } })).toMatchObject({
    ...{ status: 200, state: "DRAFT", answers: { total: "7" }, version: 2 },
  });
  expect(await post("submitReturn", own, 2, { answers: {} })).toMatchObject({
    ...{ status: 400, errors: [{ field: "answers.total" }] },
  });
  expect(await post("submitReturn", own, 2, { answers: { total: "12" } })).toMatchObject({
    ...{ status: 200, state: "SUBMITTED", onBehalf: false },
  });
  expect(await post("acceptReturn", own, 3, {})).toMatchObject({ status: 403 });
  const comments = { total: "With the interns?" };
  expect(await post("sendReturnBack", officer, 3, { comments })).toMatchObject({
    ...{ status: 200, state: "RETURNED", comments },
  });
  expect(await post("submitReturn", own, 3, { answers: { total: "11" } })).toMatchObject({ status: 412 });
  expect(await post("submitReturn", own, 4, { answers: { total: "11" } })).toMatchObject({ status: 200 });
  expect(await post("acceptReturn", officer, 5, {})).toMatchObject({ status: 200, state: "ACCEPTED" });
});

const day = (days: number) => addDays(todayInZone(), days);

it("the office runs a round by a program, from its plan to its final figures, by every verb", async () => {
  const token = await tokenOf("OFFICER");
  const done = new Set<string>();
  const to = async (id: string, record: string, version: number, body: object = {}) => {
    done.add(id);
    const answer = await send(id, token, { params: { id: record }, body, headers: ifMatch(version) });
    return { ...answer.body, status: answer.status };
  };
  const [park, form] = [await makePark(), await makeForm()];
  const [ann, bo, cy] = [await makeFirm(), await makeFirm(), await makeFirm()];
  for (const firm of [ann, bo, cy]) await settle(firm.id, park.id);
  const days = { periodFrom: day(-100), referenceOn: day(-10), opensOn: day(-9), dueOn: day(-3) };
  const plan = { code: unique("R-"), titleEn: "By a program", formId: form.id, parkId: park.id, ...days };
  const early = { ...plan, closesOn: day(-4) };
  done.add("createReturnRound");
  expect(await send("createReturnRound", token, { body: early })).toMatchObject({
    ...{ status: 400, body: { errors: [{ field: "closesOn" }] } },
  });
  const { body: made, status } = await send("createReturnRound", token, {
    body: { ...plan, closesOn: day(-2), leaveRegisteredOnly: true },
  });
  expect([status, made]).toMatchObject([201, { state: "PLANNED", form: { id: form.id } }]);
  const round = made.id;
  // What is left out of a PATCH stays: the form, the park, the rules and the other days.
  const patched = await to("updateReturnRound", round, 1, { closesOn: day(-1) });
  expect(patched).toMatchObject({
    ...{ status: 200, closesOn: day(-1), dueOn: day(-3), leaveRegisteredOnly: true, version: 2 },
    ...{ park: { code: expect.any(String) }, form: { id: form.id } },
  });
  const opened = await to("openReturnRound", round, 2);
  expect(opened).toMatchObject({ status: 200, state: "OPEN", figures: { inScope: 3 } });
  expect(await to("updateReturnRound", round, 3, { closesOn: day(5) })).toMatchObject({ status: 409 });
  const of = async (enterpriseId: string) =>
    db.return.findFirstOrThrow({
      where: { roundId: round, enterpriseId },
      select: { id: true, version: true },
    });
  const [mine, theirs, left] = [await of(ann.id), await of(bo.id), await of(cy.id)];
  expect(await to("exemptReturn", left.id, 1)).toMatchObject({ errors: [{ field: "reason" }] });
  expect(await to("exemptReturn", left.id, 1, { reason: "A fire" })).toMatchObject({ state: "EXEMPT" });
  expect(await to("includeReturn", left.id, 2)).toMatchObject({ state: "NOT_STARTED", exemption: null });
  expect(await to("closeReturnRound", round, 3)).toMatchObject({
    ...{ status: 200, state: "CLOSED", figures: { estimated: 3 } },
  });
  // An exception each; then the office types what came on paper, for the firm.
  for (const { id, version } of [mine, theirs]) {
    const answers = { total: "12" };
    expect(await to("submitReturn", id, version + 1, { answers })).toMatchObject({ status: 409 });
    const late = { openUntil: day(2), reason: "They were closed" };
    const seen = await to("allowLateReturn", id, version + 1, late);
    expect(seen).toMatchObject({ status: 200, state: "ESTIMATED", openUntil: day(2) });
    expect(await to("saveReturnDraft", id, seen.version, { answers })).toMatchObject({ state: "DRAFT" });
    const sent = { answers, receivedOn: day(-3) };
    expect(await to("submitReturn", id, seen.version + 1, sent)).toMatchObject({
      ...{ state: "SUBMITTED", onBehalf: true, receivedOn: day(-3), late: false },
    });
  }
  const back = { comment: "All of them?", openUntil: day(2) };
  expect(await to("sendReturnBack", theirs.id, 5, back)).toMatchObject({ state: "RETURNED" });
  expect(await to("submitReturn", theirs.id, 6, { answers: { total: "20" } })).toMatchObject({ status: 200 });
  expect(await to("acceptReturn", theirs.id, 7)).toMatchObject({ state: "ACCEPTED" });
  // Accepted after the close: the round's figures are revised ones, and its version moved.
  const all = await to("acceptReturnsOfRound", round, 5);
  // 12 of one and 20 of the other; nothing is known of the third.
  expect(all).toMatchObject({ status: 200, figures: { accepted: 2, acceptedPeople: 32, estimated: 1 } });
  const right = { answers: { total: "21" }, reason: "Counted again" };
  expect(await to("correctReturn", theirs.id, 8, right)).toMatchObject({
    revision: 1,
    answers: { total: "21" },
  });
  // The third firm may still answer: the figures are not final until that is ended.
  const late = { openUntil: day(2), reason: "A flood" };
  expect(await to("endLateReturn", left.id, 4, { reason: "?" })).toMatchObject({ status: 409 });
  expect(await to("allowLateReturn", left.id, 4, late)).toMatchObject({ openUntil: day(2) });
  expect(await to("setReturnRoundStanding", round, 5, { standing: "FINAL" })).toMatchObject({ status: 409 });
  expect(await to("endLateReturn", left.id, 5)).toMatchObject({ errors: [{ field: "reason" }] });
  expect(await to("endLateReturn", left.id, 5, { reason: "The council is on Friday" })).toMatchObject({
    ...{ status: 200, state: "ESTIMATED", openUntil: null },
  });
  expect(await to("setReturnRoundStanding", round, 5, { standing: "FINAL" })).toMatchObject({
    ...{ status: 200, standing: "FINAL", version: 6 },
  });
  expect(await to("correctReturn", theirs.id, 9, right)).toMatchObject({ status: 409 });
  expect([...done].sort()).toEqual(Object.keys({ ...roundWrites, ...returnActs }).sort());
});

it("a round of the zone is not for an officer of one park to run, and another park's is not there", async () => {
  const [near, far] = [await makePark(), await makePark()];
  const token = await tokenOf("OFFICER", { parkIds: [near.id] });
  const zone = await makeRound();
  const foreign = await makeRound({ parkId: far.id });
  const statuses = [];
  for (const id of [zone.id, foreign.id])
    statuses.push((await send("openReturnRound", token, { params: { id }, headers: ifMatch(1) })).status);
  expect(statuses).toEqual([403, 404]);
});

it("rounds and forms are the office's to read; a firm reads its own return, and a foreign one is not there", async () => {
  const [firm, form] = [await makeFirm(), await makeForm({ ready: true })];
  const made = await makeReturn({ enterpriseId: firm.id, round: { formId: form.id } });
  const foreign = await makeReturn();
  const [manager, own] = [
    await tokenOf("MANAGER"),
    await tokenOf("ENTERPRISE", { enterpriseIds: [firm.id] }),
  ];
  expect((await get(returnForms, manager)).body.items).toHaveLength(2);
  const read = await get(returnForm, manager, form.id);
  expect(returnForm.answer.parse(read.body)).toMatchObject({ versions: [{ frozen: true }] });
  expect((await get(returnRounds, manager, undefined, "?roundState=OPEN")).body.items).toHaveLength(2);
  const round = await get(returnRound, manager, made.roundId);
  expect(returnRound.answer.parse(round.body).figures).toMatchObject({ inScope: 1, responseRate: 0 });
  expect((await get(returns, manager, undefined, `?round=${made.roundId}`)).body.items).toHaveLength(1);
  for (const route of [returnForms, returnRounds]) expect((await get(route, own)).status).toBe(403);
  expect((await get(returns, own)).body.items).toMatchObject([{ id: made.id }]);
  expect(returnRecord.answer.parse((await get(returnRecord, own, made.id)).body)).toMatchObject({
    id: made.id,
  });
  expect((await get(returnRecord, own, foreign.id)).status).toBe(404);
});
