import { beforeEach, expect, it } from "vitest";
import { measureCommitmentSchema } from "@/lib/domain/commitments/schema";
import { measureCommitment } from "@/lib/domain/commitments/service-measurements";
import { type ApiRoute, serve } from "@/lib/platform/api/route";
import { tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeCommitment, makeFirm, system } from "@/lib/testing/factories";
import { commitment, commitments } from "./commitments";

beforeEach(resetDatabase);

async function ask(route: object, token: string, query: string, params = {}) {
  const address = `http://localhost/api/v1/commitments?${query}`;
  const request = new Request(address, { headers: { authorization: `Bearer ${token}` } });
  const response = await serve(route as ApiRoute)(request, { params: Promise.resolve(params) });
  const body = await response.json();
  if (response.ok) expect((route as ApiRoute).answer.parse(body)).toEqual(body);
  return { status: response.status, body };
}

it("answers an array of all commitments as they stand on a day, and one by its code", async () => {
  const firm = await makeFirm();
  const { id, code } = await makeCommitment({ promisorId: firm.id, unitEn: "people" });
  for (const [on, value] of [
    ["2022-06-30", "120"],
    ["2022-09-30", "310"],
    ["2022-12-31", "465"],
  ]) {
    const input = { commitmentId: id, on, value, source: "Return" };
    await measureCommitment(system, measureCommitmentSchema.parse(input));
  }
  await makeCommitment();
  const token = await tokenOf("MANAGER");
  const { body } = await ask(commitments, token, "asOf=2022-09-30");
  expect(Array.isArray(body)).toBe(true);
  expect(body).toHaveLength(2);
  // 310 / 500; 500 × 183 / 275; 310 / 332.7272
  expect(body[0]).toMatchObject({ code, baseline: 0, target: 500, actual: 310, expected: 332.7273 });
  expect([body[0].attainment.toFixed(3), body[0].pace.toFixed(3), body[0].outcome]).toEqual([
    "0.620",
    "0.932",
    "OPEN",
  ]);
  const due = await ask(commitments, token, "asOf=2022-12-31&outcome=PARTLY");
  expect(due.body).toMatchObject([{ code, actual: 465, attainment: 0.93, outcome: "PARTLY" }]);
  const one = await ask(commitment, token, "asOf=2022-06-30", { code });
  expect(one.body).toMatchObject({ actual: 120, attainment: 0.24, measurements: [{}, {}, {}] });
  const own = await tokenOf("ENTERPRISE", { enterpriseIds: [firm.id] });
  expect((await ask(commitments, own, "")).body).toMatchObject([{ code }]);
  const other = await tokenOf("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  expect((await ask(commitments, other, "")).body).toEqual([]);
  expect((await ask(commitment, other, "", { code })).status).toBe(404);
  expect((await ask(commitments, token, "asOf=2022-02-30")).status).toBe(400);
});
