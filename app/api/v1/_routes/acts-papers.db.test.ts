import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { ifMatch, send, tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeClaim, makePolicy, makeProgramme, makeRate } from "@/lib/testing/factories";
import { paperActs } from "./acts-papers";

beforeEach(resetDatabase);

it("is done to the version that was seen, by every verb of programmes, rates, instruments, policies and claims", async () => {
  const token = await tokenOf("OFFICER");
  const done = new Set<string>();
  const post = async (id: string, record: string, version: number, body: object) => {
    done.add(id);
    const answer = await send(id, token, { params: { id: record }, body, headers: ifMatch(version) });
    return { ...answer.body, status: answer.status };
  };
  const programme = await makeProgramme();
  const counts = { year: 2023, planned: 250, enrolled: 231, completed: 40, reportedOn: "2023-12-31" };
  expect(await post("recordCohort", programme.id, 1, counts)).toMatchObject({
    ...{ status: 200, version: 2, trained: 40, enrolled: 231, years: [{ year: 2023, cohort: counts }, {}] },
  });
  const stale = await post("recordCohort", programme.id, 1, counts);
  expect(stale).toMatchObject({ status: 412, code: "VERSION_STALE" });
  expect(await post("removeCohort", programme.id, 2, { year: 2023, reason: "A mistake" })).toMatchObject({
    ...{ status: 200, version: 3, trained: 0 },
  });
  const policy = await makePolicy();
  const text = { inForceFrom: "2022-03-01", summaryEn: "Delegates authority" };
  expect(await post("addPolicyVersion", policy.id, 1, text)).toMatchObject({
    ...{ status: 200, version: 2, state: "IN_FORCE", inForce: { number: 1, from: "2022-03-01", to: null } },
  });
  const mended = { number: 1, inForceFrom: "2022-03-02", summaryEn: "Delegates it" };
  expect(await post("updatePolicyVersion", policy.id, 2, mended)).toMatchObject({
    ...{ status: 200, versions: [{ ...mended, inForceTo: null }] },
  });
  const repeal = { number: 1, inForceTo: "2022-12-31", reason: "Replaced" };
  expect(await post("endPolicyVersion", policy.id, 3, repeal)).toMatchObject({ status: 200, state: "ENDED" });
  const taken = await post("removePolicyVersion", policy.id, 4, { number: 1, reason: "A mistake" });
  expect(taken).toMatchObject({ status: 200, version: 5, state: "NO_TEXT", versions: [] });
  const claim = await makeClaim();
  expect(await post("signOffClaim", claim.id, 1, {})).toMatchObject({ status: 403 });
  const boss = { params: { id: claim.id }, body: { note: "Checked" }, headers: ifMatch(1) };
  expect((await send("signOffClaim", await tokenOf("MANAGER"), boss)).body).toMatchObject({
    ...{ version: 2, signedOffBy: expect.any(String), state: "BELOW" },
  });
  const off = { withdrawnOn: "2022-12-01", reason: "Counted twice" };
  expect(await post("withdrawClaim", claim.id, 2, off)).toMatchObject({
    ...{ status: 200, withdrawnOn: "2022-12-01", state: "WITHDRAWN" },
  });
  const rate = await makeRate();
  const mistake = { params: { id: rate.id }, body: { reason: "Typed twice" } };
  const key = { "idempotency-key": "once" };
  done.add("deleteRate");
  const remove = (version: number, who = token) =>
    send("deleteRate", who, { ...mistake, headers: { ...ifMatch(version), ...key } });
  expect(await remove(1, await tokenOf("MANAGER"))).toMatchObject({ status: 403 });
  expect(await remove(9)).toMatchObject({ status: 412, body: { current: { id: rate.id } } });
  expect((await remove(1)).status).toBe(204);
  const again = await remove(1);
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([204, "true"]);
  const other = { ...mistake, headers: ifMatch(1) };
  expect(await send("deleteRate", token, other)).toMatchObject({ status: 404 });
  expect(await db.rate.count()).toBe(0);
  expect(await db.changeSet.findFirst({ where: { verb: "rates.delete" } })).toMatchObject({
    ...{ via: "API", reason: "Typed twice" },
  });
  expect([...done].sort()).toEqual(Object.keys(paperActs).sort());
});
