import { beforeEach, describe, expect, it } from "vitest";
import { serve } from "@/lib/platform/api/route";
import { db } from "@/lib/platform/db/client";
import { ifMatch, send, tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeProject, makeUnit } from "@/lib/testing/factories";
import { makeMeeting } from "@/lib/testing/promise-factories";
import { makeForm } from "@/lib/testing/return-factories";
import { acts } from "./acts";
import { changeRequestActs } from "./acts-change-requests";
import { paperActs } from "./acts-papers";
import { returnActs } from "./acts-returns";
import { writes } from "./writes";

beforeEach(resetDatabase);

/** What each noun is made from and changed by; the second is what the answer then holds. */
async function samples() {
  const park = await makePark();
  const firm = await makeFirm();
  const unit = await makeUnit(park);
  const project = await makeProject();
  const session = await makeMeeting();
  const form = await makeForm();
  const lines = [{ unitId: unit.id }];
  const day = { startsOn: "2022-01-01", endsOn: "2022-12-31" };
  return [
    ["Enterprise", { nameEn: "Acme", shortName: "A" }, { website: "acme.example" }, { shortName: "A" }],
    [
      "Lease",
      { leaseNo: "L-1", enterpriseId: firm.id, ...day, lines },
      { endsOn: "2023-06-30" },
      { leaseNo: "L-1" },
    ],
    [
      "Unit",
      { buildingId: park.buildingId, floorId: park.floorId, code: "U1", area: "50", validFrom: "2020-01-01" },
      { seats: 4 },
      { area: "50.00" },
    ],
    ["Park", { code: "PP", nameEn: "North", operator: "Op" }, { nameZh: "北园" }, { operator: "Op" }],
    [
      "Building",
      { parkId: park.id, code: "B", nameEn: "B", floors: [{ label: "1", position: "1" }] },
      { grossArea: "900" },
      { floors: [{ label: "1" }] },
    ],
    [
      "Headcount",
      { enterpriseId: firm.id, parkId: park.id, on: "2022-03-31", total: 10, own: 7 },
      { total: 12 },
      { own: 7, total: 12 },
    ],
    [
      "Employee",
      { enterpriseId: firm.id, parkId: park.id, name: "Ann One", staffNo: "A1", joinedOn: "2022-01-10" },
      { degree: "MASTER" },
      { staffNo: "A1", degree: "MASTER", name: null },
    ],
    [
      "Project",
      { code: "PR-1", titleEn: "One", leadId: firm.id },
      { titleZh: "一号" },
      { lead: { id: firm.id } },
    ],
    [
      "Milestone",
      { projectId: project.id, titleEn: "Roof", weight: "2", baselineOn: "2022-06-30" },
      { owner: "Li" },
      { weight: "2.000" },
    ],
    [
      "Agreement",
      {
        ...{
          code: "AG-1",
          titleEn: "One",
          signedOn: "2022-11-01",
          effectiveOn: "2022-12-01",
          meetingId: session.id,
        },
        parties: [{ enterpriseId: firm.id }, { nameEn: "An authority", country: "SG" }],
      },
      { titleZh: "一号", expiresOn: "2025-10-31" },
      { effectiveOn: "2022-12-01", parties: [{ enterpriseId: firm.id }, { country: "SG" }] },
    ],
    [
      "Meeting",
      {
        ...{ seriesId: session.seriesId, number: 19, startsOn: "2023-12-07" },
        ...{ outcomes: [{ textEn: "Noted" }], attendees: [{ organisationEn: "A ministry", people: "Li" }] },
      },
      { placeZh: "天津" },
      { outcomes: [{ textEn: "Noted" }], attendees: [{ people: "Li" }] },
    ],
    ["Series", { code: "JWG", nameEn: "Working group" }, { noteEn: "Twice a year" }, { code: "JWG" }],
    [
      "ActionItem",
      { titleEn: "Send the list", raisedOn: "2022-11-01", meetingId: session.id, projectId: project.id },
      { dueOn: "2022-12-31" },
      { meetingId: session.id, projectId: project.id },
    ],
    [
      "Commitment",
      {
        ...{ code: "CM-1", titleEn: "500 people", promisorId: firm.id, metric: "TYPED", path: "STEPPED" },
        ...{ baselineValue: "0", baselineOn: "2022-03-31", targetValue: "500", targetOn: "2022-12-31" },
        steps: [{ on: "2022-06-30", value: "100" }],
      },
      { sourceEn: "Letter 12" },
      { baseline: 0, target: 500, steps: [{ on: "2022-06-30", value: 100 }], promisor: { id: firm.id } },
    ],
    [
      "Programme",
      {
        code: "PG-1",
        nameEn: "Talents",
        instituteId: firm.id,
        target: 3000,
        firstYear: 2023,
        lastYear: 2032,
      },
      { nameZh: "人才" },
      { target: 3000, institute: { id: firm.id } },
    ],
    [
      "Claim",
      {
        ...{ code: "C-1", textEn: "More than 1", publishedOn: "2022-11-01", asOf: "2022-11-01" },
        bindings: [
          { metric: "TENANTS", scope: "PARK", scopeId: park.id, comparison: "MORE_THAN", said: "1" },
        ],
      },
      { textZh: "逾一家" },
      {
        state: "BELOW",
        bindings: [{ metric: "TENANTS", scopeId: park.id, said: "1", valueThen: 1, valueNow: 0 }],
      },
    ],
    [
      "Policy",
      { code: "REG-1", titleEn: "Regulations", instituteId: firm.id, kind: "REGULATION" },
      { titleZh: "条例" },
      { kind: "REGULATION", institute: { id: firm.id } },
    ],
    [
      "Rate",
      { base: "USD", quote: "CNY", on: "2022-05-10", rate: "6.4", source: "Bank" },
      { rate: "6.41" },
      { source: "Bank", rate: "6.41" },
    ],
    [
      "ReturnRound",
      {
        ...{ code: "RR-1", titleEn: "First quarter", formId: form.id, periodFrom: "2030-01-01" },
        ...{ referenceOn: "2030-03-31", opensOn: "2030-04-01", dueOn: "2030-04-15", closesOn: "2030-04-30" },
      },
      { titleZh: "一季度" },
      { form: { id: form.id }, leavePublicBodies: false, park: null },
    ],
    [
      "Instrument",
      {
        ...{ code: "GB-1", nameEn: "Bond", issuerId: firm.id, pricedOn: "2022-05-10" },
        amount: { amount: "3200000000", currency: "CNY" },
        ...{ rateUsed: "6.4", rateBase: "USD", rateQuote: "CNY" },
      },
      { useEn: "Cooling" },
      { amount: { amount: "3200000000.00", currency: "CNY" }, converted: { USD: "500000000.00" } },
    ],
  ] as const;
}

describe("records by the API", () => {
  it("makes and changes every noun, and answers the record with its address and version", async () => {
    const token = await tokenOf("OFFICER");
    const done: string[] = [];
    for (const [noun, body, change, kept] of await samples()) {
      const made = await send(`create${noun}`, token, { body });
      expect([noun, made.status, made.headers.get("etag")]).toEqual([noun, 201, '"1"']);
      const [name = ""] = Object.keys(made.item.params.shape);
      const params = { [name]: String(made.body[name]) };
      const last = `/${params[name]}`;
      expect(made.headers.get("location")).toBe(`/api/v1${made.item.path.replace(`/{${name}}`, last)}`);
      const changed = await send(`update${noun}`, token, { params, body: change, headers: ifMatch(1) });
      expect([noun, changed.status, changed.headers.get("etag")]).toEqual([noun, 200, '"2"']);
      expect(changed.body).toMatchObject({ id: made.body.id, version: 2, ...kept });
      const read = await serve(made.item)(
        new Request("http://localhost", { headers: { authorization: `Bearer ${token}` } }),
        { params: Promise.resolve(params) },
      );
      expect([read.headers.get("etag"), await read.json()]).toEqual(['"2"', changed.body]);
      done.push(`create${noun}`, `update${noun}`);
    }
    // The zone is there once, and the administrator's: see below.
    const fields = writes.filter(
      ({ id }) =>
        id !== "updateZone" && !(id in { ...acts, ...paperActs, ...changeRequestActs, ...returnActs }),
    );
    expect(done.sort()).toEqual(fields.map(({ id }) => id).sort());
    expect(await db.changeSet.count({ where: { via: "API" } })).toBe(done.length);
  });

  it("sets the zone, which is there once and at version 0 before it is set, and changes it", async () => {
    const token = await tokenOf("ADMIN");
    const patch = (body: object, version: number) =>
      send("updateZone", token, { body, headers: ifMatch(version) });
    expect((await patch({ regionEn: "A region" }, 0)).status).toBe(400);
    const made = await patch({ nameEn: "A zone", officeEn: "An office" }, 0);
    expect([made.status, made.headers.get("etag")]).toEqual([200, '"1"']);
    expect(made.body).toMatchObject({ nameEn: "A zone", officeEn: "An office", nameZh: null, version: 1 });
    const changed = await patch({ nameZh: "某知识城" }, 1);
    expect(changed.body).toMatchObject({ nameZh: "某知识城", nameEn: "A zone", version: 2 });
    expect((await patch({ nameZh: "另一" }, 1)).status).toBe(412);
    expect((await patch({ nameZh: "另一" }, 0)).status).toBe(412);
  });

  it("clears what is given as null, and leaves what is left out", async () => {
    const token = await tokenOf("OFFICER");
    const contacts = [{ name: "Li", phone: "1" }];
    const { body: made } = await send("createEnterprise", token, {
      body: { nameEn: "Acme", shortName: "A", website: "a.example", contacts },
    });
    const headers = ifMatch(1);
    const sent = { params: { id: made.id }, body: { shortName: null }, headers };
    const { body } = await send("updateEnterprise", token, sent);
    expect(body).toMatchObject({ shortName: null, website: "a.example", nameEn: "Acme" });
    expect(await db.enterpriseContact.count({ where: { enterpriseId: made.id } })).toBe(1);
  });
});

describe("versions", () => {
  it("asks which version is changed, and answers a stale one with the record as it is now", async () => {
    const token = await tokenOf("OFFICER");
    const { body: made } = await send("createEnterprise", token, { body: { nameEn: "Acme" } });
    const change = (headers: Record<string, string>, nameEn: string) =>
      send("updateEnterprise", token, { params: { id: made.id }, body: { nameEn }, headers });
    expect(await change({}, "B")).toMatchObject({ status: 428, body: { code: "VERSION_NEEDED" } });
    expect((await change({ "if-match": "*" }, "B")).status).toBe(400);
    expect((await change({ "if-match": 'W/"1"' }, "B")).status).toBe(200);
    const stale = await change(ifMatch(1), "C");
    expect(stale).toMatchObject({
      status: 412,
      body: { code: "VERSION_STALE", current: { id: made.id, nameEn: "B", version: 2 } },
    });
    expect(stale.headers.get("etag")).toBe('"2"');
    const both = await Promise.all([change(ifMatch(2), "D"), change(ifMatch(2), "E")]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe("refusals", () => {
  it("names unknown, wrong and clashing fields, in the caller's language", async () => {
    const token = await tokenOf("OFFICER");
    const fields = async (body: unknown, id = "createLease") => {
      const answer = await send(id, token, { body, headers: { "accept-language": "zh-CN" } });
      return [answer.status, (answer.body.errors as { field: string; message: string }[]) ?? []] as const;
    };
    const [status, unknown] = await fields({ leaseNr: "1", lines: [{ unitId: "x", rent: 1 }] });
    expect([status, ...unknown.map(({ field }) => field)]).toEqual([400, "leaseNr", "lines.0.rent"]);
    expect(unknown[0]?.message).toBe("没有该字段。");
    const [, wrong] = await fields({ leaseNo: "1", lines: [] });
    expect(wrong.map(({ field }) => field)).toContain("startsOn");
    await send("createPark", token, { body: { code: "P", nameEn: "P" } });
    const [clash, [code]] = await fields({ code: "P", nameEn: "Q" }, "createPark");
    expect([clash, code?.field]).toEqual([409, "code"]);
    const made = await send("createPark", token, { body: { code: "R", nameEn: "R" } });
    const own = { params: { id: made.body.id }, body: { version: 1 }, headers: ifMatch(1) };
    expect(await send("updatePark", token, own)).toMatchObject({ body: { errors: [{ field: "version" }] } });
  });

  it("refuses what is not JSON, of another type or too large", async () => {
    const token = await tokenOf("OFFICER");
    const answers = await Promise.all([
      send("createPark", token, { raw: "{" }),
      send("createPark", token, { raw: "[]" }),
      send("createPark", token, { headers: { "content-type": "text/plain" } }),
      send("createPark", token, { body: { nameEn: "x".repeat(300_000) } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 415, 413]);
    expect(answers[3]?.body.detail).toBe("256 KB at most.");
    expect(await db.park.count()).toBe(0);
  });

  it("tells a role, a token that only reads, and whoever has none; a foreign record is not there", async () => {
    const [near, far] = [await makePark(), await makePark()];
    const firm = await makeFirm();
    const body = { nameEn: "Renamed" };
    for (const { id, method } of writes) {
      // Who moves a baseline or signs a claim off is the manager; everything else is the office's.
      const managers = ["rebaselineMilestone", "approveBaseline", "refuseBaseline", "signOffClaim"];
      const other = managers.includes(id) ? "OFFICER" : "MANAGER";
      // A firm fills in and sends its own returns, and keeps its own roster.
      const own = ["saveReturnDraft", "submitReturn", "createEmployee", "updateEmployee", "leaveEmployee"];
      const firms = own.includes(id);
      for (const role of firms ? ([other] as const) : ([other, "ENTERPRISE"] as const)) {
        const token = await tokenOf(role, role === "ENTERPRISE" ? { enterpriseIds: [firm.id] } : {});
        const sent = { params: { id: firm.id, code: "X" }, body, headers: ifMatch(1) };
        expect([id, role, (await send(id, token, sent)).status]).toEqual([id, role, 403]);
      }
      expect([method, (await send(id, null, { body })).status]).toEqual([method, 401]);
    }
    const reader = await tokenOf("ADMIN", {}, false);
    expect(await send("createPark", reader, { body })).toMatchObject({
      status: 403,
      body: { detail: "This token may only read. An administrator can make one that may write." },
    });
    const officer = await tokenOf("OFFICER", { parkIds: [near.id] });
    const change = (id: string) => send("updatePark", officer, { params: { id }, body, headers: ifMatch(1) });
    const [foreign, missing] = [await change(far.id), await change(firm.id)];
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    expect((await change(near.id)).status).toBe(200);
  });
});

describe("a write that is sent again", () => {
  const key = { "idempotency-key": "order-7" };
  const body = { code: "PP", nameEn: "North" };

  it("is done once, and gets its first answer; the key stands for no other request", async () => {
    const token = await tokenOf("ADMIN");
    const first = await send("createPark", token, { body, headers: key });
    const second = await send("createPark", token, { body, headers: key });
    expect([first.headers.get("idempotency-replayed"), first.status]).toEqual([null, 201]);
    expect([second.headers.get("idempotency-replayed"), second.status]).toEqual(["true", 201]);
    expect([second.body, second.headers.get("location")]).toEqual([
      first.body,
      first.headers.get("location"),
    ]);
    const other = await send("createPark", token, { body: { ...body, code: "QQ" }, headers: key });
    expect(other).toMatchObject({ status: 422, body: { code: "KEY_REUSED" } });
    expect((await send("createPark", token, { body, headers: { "idempotency-key": "a b" } })).status).toBe(
      400,
    );
    // Another person's key is another key: the park is there already.
    expect((await send("createPark", await tokenOf("ADMIN"), { body, headers: key })).status).toBe(409);
    expect(await db.park.count()).toBe(1);
  });

  it("is done once when both come at once, and when it changes a record", async () => {
    const token = await tokenOf("ADMIN");
    const twins = await Promise.all([1, 2, 3].map(() => send("createPark", token, { body, headers: key })));
    expect(twins.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(twins.map(({ body: { id } }) => id)).size).toBe(1);
    const headers = { ...ifMatch(1), "idempotency-key": "change" };
    const change = { params: { id: twins[0]?.body.id ?? "" }, body: { operator: "Op" }, headers };
    const answers = [await send("updatePark", token, change), await send("updatePark", token, change)];
    expect(answers.map(({ status, body: { version } }) => [status, version])).toEqual([
      [200, 2],
      [200, 2],
    ]);
    expect(await db.changeSet.count({ where: { via: "API" } })).toBe(2);
  });

  it("leaves the key free when it was refused, keeps many at once by their record, and forgets after a day", async () => {
    const token = await tokenOf("ADMIN");
    expect((await send("createPark", token, { body: { code: "PP" }, headers: key })).status).toBe(400);
    await send("createPark", token, { body: { code: "PP", nameEn: "Earlier" } });
    expect((await send("createPark", token, { body, headers: key })).status).toBe(409);
    expect(await db.apiRequest.count()).toBe(0);
    const park = await makePark();
    const unit = { buildingId: park.buildingId, floorId: park.floorId, area: "5", validFrom: "2020-01-01" };
    const made = await send("createUnit", token, { body: { ...unit, code: "U1" }, headers: key });
    const again = await send("createUnit", token, { body: { ...unit, code: "U1" }, headers: key });
    expect([again.status, again.body.id]).toEqual([201, made.body.id]);
    await db.apiRequest.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
    const later = await send("createUnit", token, { body: { ...unit, code: "U2" }, headers: key });
    expect([later.status, later.headers.get("idempotency-replayed")]).toEqual([201, null]);
    expect(await db.apiRequest.count()).toBe(1);
  });
});
