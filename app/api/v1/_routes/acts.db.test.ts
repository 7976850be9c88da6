import { beforeEach, describe, expect, it } from "vitest";
import { createEmployeeSchema } from "@/lib/domain/employees/schema";
import { createEmployee } from "@/lib/domain/employees/service";
import { createLease } from "@/lib/domain/leases/service";
import { serve } from "@/lib/platform/api/route";
import { db } from "@/lib/platform/db/client";
import { ifMatch, send, tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeCommitment,
  makeFirm,
  makeMilestone,
  makePark,
  makeProject,
  makeUnit,
  system,
} from "@/lib/testing/factories";
import { makeActionItem, makeAgreement } from "@/lib/testing/promise-factories";
import { acts } from "./acts";
import { projectRecords } from "./project-records";

beforeEach(resetDatabase);

describe("what the office does to a record", () => {
  it("is done to the version that was seen, by every verb", async () => {
    const token = await tokenOf("OFFICER");
    const done = new Set<string>();
    const post = async (id: string, record: string, version: number, body: object) => {
      done.add(id);
      const answer = await send(id, token, { params: { id: record }, body, headers: ifMatch(version) });
      return { ...answer.body, status: answer.status };
    };
    const park = await makePark();
    const [firm, twin] = [await makeFirm(), await makeFirm()];
    const [let_, whole, other, odd] = [
      await makeUnit(park),
      await makeUnit(park),
      await makeUnit(park),
      await makeUnit(park),
    ];
    const lease = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [let_.id] }));
    const on = "2023-01-01";
    expect(await post("moveInLease", lease.id, 1, { movedInOn: "2022-01-05" })).toMatchObject({
      ...{ status: 200, version: 2, movedInOn: "2022-01-05" },
    });
    expect(await post("holdOverLease", lease.id, 2, { holdover: true })).toMatchObject({ holdover: true });
    expect(await post("terminateLease", lease.id, 3, { terminatedOn: "2022-10-31" })).toMatchObject({
      ...{ status: 200, terminatedOn: "2022-10-31" },
    });
    expect(await post("moveOutLease", lease.id, 4, { movedOutOn: "2022-11-05" })).toMatchObject({
      version: 5,
    });
    const parts = [
      { code: "W-1", area: "40" },
      { code: "W-2", area: "60" },
    ];
    const part = await post("splitUnit", whole.id, 1, { on, parts });
    expect(part).toMatchObject({ status: 200, code: "W-1", area: "40.00", validFrom: on });
    const joined = await post("mergeUnits", let_.id, 1, { on, unitIds: [other.id], code: "M-1" });
    expect(joined).toMatchObject({ status: 200, code: "M-1", area: "200.00" });
    const later = "2023-06-01";
    const wider = { on: later, area: "205", reason: "Measured again" };
    expect(await post("remeasureUnit", joined.id, 1, wider)).toMatchObject({
      area: "205.00",
      validFrom: later,
    });
    const works = { on: later, availability: "WITHDRAWN" };
    const changed = await post("changeUnitAvailability", part.id, 1, works);
    expect(changed).toMatchObject({ status: 200, availability: "WITHDRAWN" });
    const gone = { validTo: "2023-01-01", reason: "Pulled down" };
    expect(await post("closeUnit", odd.id, 1, gone)).toMatchObject({ status: 200, validTo: "2023-01-01" });
    const goes = { goesId: twin.id, goesVersion: 9 };
    expect(await post("mergeEnterprises", firm.id, 1, goes)).toMatchObject({ status: 409 });
    const merged = await post("mergeEnterprises", firm.id, 1, { ...goes, goesVersion: 1 });
    expect(merged).toMatchObject({ status: 200, version: 2, formerNames: [twin.nameEn] });
    const closed = { endedOn: "2023-01-01" };
    expect(await post("closeEnterprise", firm.id, 1, closed)).toMatchObject({ code: "VERSION_STALE" });
    expect(await post("closeEnterprise", firm.id, 2, closed)).toMatchObject({ status: 200, ...closed });
    const person = createEmployeeSchema.parse({
      ...{ enterpriseId: (await makeFirm()).id, parkId: park.id, name: "Ann One", joinedOn: "2022-01-10" },
    });
    const employee = await createEmployee(system, person);
    expect(await post("leaveEmployee", employee.id, 1, { leftOn: "2022-06-30" })).toMatchObject({
      ...{ status: 200, version: 2, leftOn: "2022-06-30", name: null },
    });
    const bare = await makePark();
    const ends = { closedOn: "2023-01-01" };
    expect(await post("closeBuilding", bare.buildingId, 1, ends)).toMatchObject({ status: 200, ...ends });
    expect(await post("closePark", bare.id, 1, ends)).toMatchObject({ status: 200 });
    const of = await makeProject();
    const [roof, wall] = [
      await makeMilestone({ projectId: of.id }),
      await makeMilestone({ projectId: of.id }),
    ];
    const late = { forecastOn: "2022-08-31", reportedOn: "2022-05-01", note: "Steel is late" };
    const forecast = await post("forecastMilestone", roof.id, 1, late);
    expect(forecast).toMatchObject({ status: 200, version: 2, forecastOn: "2022-08-31" });
    expect((forecast as Record<string, unknown>).forecasts).toContainEqual({
      ...{ reportedOn: "2022-05-01", forecastOn: "2022-08-31", note: "Steel is late" },
    });
    const moved = { baselineOn: "2022-09-30", approvedOn: "2022-06-01", reason: "Agreed at the council" };
    expect(await post("rebaselineMilestone", roof.id, 2, moved)).toMatchObject({ status: 403 });
    const boss = { params: { id: roof.id }, body: moved, headers: ifMatch(2) };
    expect((await send("rebaselineMilestone", await tokenOf("MANAGER"), boss)).body).toMatchObject({
      ...{ baselineOn: "2022-09-30", originalBaselineOn: "2022-06-30" },
    });
    const proof = { actualOn: "2022-09-01", evidence: "Photo of the roof" };
    expect(await post("completeMilestone", roof.id, 3, proof)).toMatchObject({ status: 200, ...proof });
    const off = { cancelledOn: "2022-07-01", reason: "No wall" };
    expect(await post("cancelMilestone", wall.id, 1, off)).toMatchObject({ cancelledOn: "2022-07-01" });
    const project = async (id: string, version: number, body: object) => {
      done.add(id);
      return send(id, token, { params: { code: of.code }, body, headers: ifMatch(version) });
    };
    const news = { on: "2022-09-02", textEn: "The roof is on" };
    expect((await project("reportProject", 1, news)).status).toBe(200);
    expect(await db.projectUpdate.findMany()).toMatchObject([{ projectId: of.id, textEn: "The roof is on" }]);
    const silent = await project("reportProject", 1, { on: "2022-09-03" });
    expect(silent).toMatchObject({ status: 400, body: { errors: [{ field: "textZh" }] } });
    const [gate, road] = [
      await makeMilestone({ projectId: of.id }),
      await makeMilestone({ projectId: of.id }),
    ];
    const asked = { baselineOn: "2022-09-30", reason: "Rain" };
    expect(await post("proposeBaseline", gate.id, 1, asked)).toMatchObject({ version: 2, proposals: [{}] });
    const say = async (id: string, version: number, body: object) => {
      done.add(id);
      const sent = { params: { id: gate.id }, body, headers: ifMatch(version) };
      return (await send(id, await tokenOf("MANAGER"), sent)).body;
    };
    expect(await say("refuseBaseline", 2, { note: "Not yet" })).toMatchObject({ baselineOn: "2022-06-30" });
    await post("proposeBaseline", gate.id, 3, asked);
    expect(await say("approveBaseline", 4, {})).toMatchObject({ baselineOn: "2022-09-30", version: 5 });
    const tied = await post("dependMilestone", road.id, 1, { predecessorId: gate.id });
    expect(tied).toMatchObject({ waitsFor: [{ id: gate.id, endsOn: "2022-09-30", lateDays: 92 }] });
    expect(await post("releaseMilestone", road.id, 2, { predecessorId: gate.id })).toMatchObject({
      waitsFor: [],
    });
    const records = async () => {
      const request = new Request("http://localhost", { headers: { authorization: `Bearer ${token}` } });
      const params = Promise.resolve({ code: of.code });
      const answer = await (await serve(projectRecords)(request, { params })).json();
      expect(projectRecords.answer.parse(answer)).toEqual(answer);
      return answer;
    };
    const money = { money: { amount: "12.50", currency: "SGD" }, source: "Return" };
    await project("addAmount", 1, { kind: "ACTUAL", on: "2022-06-30", ...money });
    const risk = { kind: "RISK", severity: "HIGH", titleEn: "Steel", raisedOn: "2022-05-01" };
    await project("raiseEntry", 1, risk);
    const said = { rag: "AMBER", on: "2022-06-01", expiresOn: "2022-07-01", reason: "Rain" };
    await project("declareRag", 1, said);
    const kept = await records();
    expect(kept).toMatchObject({
      totals: { actual: { byCurrency: [{ currency: "SGD", amount: "12.50", count: 1 }] } },
      register: [{ kind: "RISK", name: "Steel" }],
      declared: { rag: "AMBER", expired: true },
    });
    const [amountId, entryId] = [kept.amounts[0].id, kept.register[0].id];
    const half = { ...money, money: { amount: "6", currency: "SGD" } };
    await project("changeAmount", 1, { amountId, kind: "ACTUAL", on: "2022-06-30", ...half });
    await project("changeEntry", 1, { entryId, ...risk, titleEn: "Steel and glass" });
    await project("closeEntry", 1, { entryId, closedOn: "2022-06-01", outcome: "Came" });
    expect(await records()).toMatchObject({
      totals: { actual: { byCurrency: [{ amount: "6.00" }] } },
      register: [{ name: "Steel and glass", outcome: "Came" }],
    });
    await project("reopenEntry", 1, { entryId });
    await project("removeAmount", 1, { amountId });
    await project("withdrawRag", 1, { declaredId: kept.declared.id });
    const none = { amounts: [], declared: null, register: [{ closedOn: null }] };
    expect(await records()).toMatchObject(none);
    expect(
      (await project("closeEntry", 1, { entryId: amountId, closedOn: "2022-06-01", outcome: "x" })).status,
    ).toBe(404);
    const ended = await project("cancelProject", 1, { cancelledOn: "2022-10-01", reason: "Built" });
    expect(ended).toMatchObject({ status: 200, body: { stage: "CANCELLED", version: 2 } });
    const paper = await makeAgreement({ expiresOn: "2023-10-31" });
    const longer = { on: "2023-10-01", expiresOn: "2024-10-31", evidence: "Letter 7" };
    expect(await post("extendAgreement", paper.id, 1, longer)).toMatchObject({
      ...{ status: 200, version: 2, expiresOn: "2024-10-31" },
      events: [{ kind: "EXTENDED", on: "2023-10-01", expiredOn: "2023-10-31", expiresOn: "2024-10-31" }],
    });
    const more = { on: "2023-11-01", textZh: "增加两处试点", evidence: "Annex 2" };
    expect(await post("addAddendum", paper.id, 2, more)).toMatchObject({
      events: [{}, { kind: "ADDENDUM", textZh: "增加两处试点", evidence: "Annex 2" }],
    });
    const over = { on: "2024-02-01", reason: "Withdrawn", evidence: "Letter 9" };
    expect(await post("terminateAgreement", paper.id, 3, over)).toMatchObject({
      ...{ status: 200, version: 4, terminatedOn: "2024-02-01", state: "LAPSED" },
    });
    const [one, two] = [await makeActionItem(), await makeActionItem()];
    const sent = { doneOn: "2022-12-01", result: "Sent" };
    expect(await post("completeActionItem", one.id, 1, sent)).toMatchObject({ ...sent, state: "DONE" });
    expect(await post("reopenActionItem", one.id, 2, { reason: "It came back" })).toMatchObject({
      ...{ status: 200, version: 3, doneOn: null, result: null, state: "OVERDUE" },
    });
    const off2 = { droppedOn: "2022-12-02", reason: "Overtaken" };
    expect(await post("dropActionItem", two.id, 1, off2)).toMatchObject({
      ...{ status: 200, state: "DROPPED", result: "Overtaken" },
    });
    const promise = await makeCommitment();
    const commitment = async (id: string, version: number, body: object) => {
      done.add(id);
      return (await send(id, token, { params: { code: promise.code }, body, headers: ifMatch(version) }))
        .body;
    };
    const june = { on: "2022-06-30", value: "102", source: "Return" };
    const measured = await commitment("measureCommitment", 1, june);
    expect(measured).toMatchObject({ version: 1, measurements: [{ value: 102 }] });
    const [{ id: measurementId }] = measured.measurements as [{ id: string }];
    const right = { measurementId, ...june, value: "120" };
    expect(await commitment("correctMeasurement", 1, right)).toMatchObject({
      measurements: [{ value: 120 }],
    });
    expect(await commitment("removeMeasurement", 1, { measurementId })).toMatchObject({ measurements: [] });
    const decided = { waivedOn: "2022-11-01", reason: "Council" };
    expect(await commitment("waiveCommitment", 1, decided)).toMatchObject({ outcome: "WAIVED", version: 2 });
    expect(await commitment("unwaiveCommitment", 2, {})).toMatchObject({ waivedOn: null, version: 3 });
    expect([...done].sort()).toEqual(Object.keys(acts).sort());
  });

  it("needs its fields, and is done once for its key", async () => {
    const token = await tokenOf("OFFICER");
    const firm = await makeFirm();
    const headers = { ...ifMatch(1), "idempotency-key": "close" };
    const sent = (body: object) => ({ params: { id: firm.id }, body, headers });
    expect(await send("closeEnterprise", token, sent({}))).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: "endedOn" }] } },
    });
    const body = { endedOn: "2023-01-01" };
    const answers = [
      await send("closeEnterprise", token, sent(body)),
      await send("closeEnterprise", token, sent(body)),
    ];
    expect(answers.map(({ status, body: { version } }) => [status, version])).toEqual([
      [200, 2],
      [200, 2],
    ]);
  });
});
