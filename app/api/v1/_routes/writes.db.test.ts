import { beforeEach, describe, expect, it, vi } from "vitest";
import { createEmployeeSchema } from "@/lib/domain/employees/schema";
import { createEmployee } from "@/lib/domain/employees/service";
import { createLease } from "@/lib/domain/leases/service";
import { createToken } from "@/lib/domain/tokens/service";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeFirm,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
  unique,
} from "@/lib/testing/factories";
import { acts } from "./acts";
import { writes } from "./writes";

vi.mock("@/lib/platform/auth/session", () => ({ currentViewer: async () => null }));

beforeEach(resetDatabase);

type Role = "ADMIN" | "OFFICER" | "MANAGER" | "ENTERPRISE";

async function tokenOf(role: Role, reach: Parameters<typeof makeViewer>[1] = {}, mayWrite = true) {
  const { userId } = await makeViewer(role, reach);
  const input = { name: unique("script"), role, mayWrite, userId: userId ?? undefined };
  return (await createToken(system, input)).token;
}

type Sent = {
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  raw?: string;
};

async function send(id: string, token: string | null, { params = {}, body, headers = {}, raw }: Sent) {
  const write = writes.find((one) => one.id === id);
  if (!write) throw new Error(`No write ${id}`);
  const request = new Request(`http://localhost/api/v1${write.path}`, {
    method: write.method,
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: raw ?? JSON.stringify(body ?? {}),
  });
  const response = await serveWrite(write)(request, { params: Promise.resolve(params) });
  const answer = (await response.json()) as Record<string, unknown> & { id: string; version: number };
  if (response.ok) expect(write.item.answer.parse(answer)).toEqual(answer);
  else expect(response.headers.get("content-type")).toContain("application/problem+json");
  return { status: response.status, body: answer, headers: response.headers, item: write.item };
}

const ifMatch = (version: number) => ({ "if-match": `"${version}"` });

/** What each noun is made from and changed by; the second is what the answer then holds. */
async function samples() {
  const park = await makePark();
  const firm = await makeFirm();
  const unit = await makeUnit(park);
  const project = await makeProject();
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
    const fields = writes.filter(({ id }) => !(id in acts));
    expect(done.sort()).toEqual(fields.map(({ id }) => id).sort());
    expect(await db.changeSet.count({ where: { via: "API" } })).toBe(done.length);
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
      for (const role of ["MANAGER", "ENTERPRISE"] as const) {
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
