import { beforeEach, expect, it, vi } from "vitest";
import { serve } from "@/lib/platform/api/route";
import { ifMatch, send, tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm } from "@/lib/testing/factories";
import { makeForm, makeReturn } from "@/lib/testing/return-factories";
import { returnActs } from "./acts-returns";
import { returnForm, returnForms, returnRecord, returnRound, returnRounds, returns } from "./returns";

vi.mock("@/lib/platform/auth/session", () => ({ currentViewer: async () => null }));

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
  expect(Object.keys(returnActs)).toHaveLength(4);
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
