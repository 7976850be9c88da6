import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { toOpenApi } from "@/lib/platform/api/openapi";
import { serve } from "@/lib/platform/api/route";
import { wordsFor } from "@/lib/platform/api/words";
import { hashToken, newToken } from "@/lib/platform/auth/token";
import type { Role } from "@/lib/platform/db/generated/enums";
import { idOf, insertLegalWorld, openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { line, presence, unit } from "@/lib/reports/occupancy/test-facts";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { acts } from "./acts";
import { changeRequestActs } from "./acts-change-requests";
import { paperActs } from "./acts-papers";
import { returnActs } from "./acts-returns";
import { manyById, manyPaths } from "./change-many";
import { importPaths } from "./imports-document";
import { routes } from "./table";
import { writes, writesById } from "./writes";

const tokens = new Map<Role, string>();

beforeEach(async () => {
  await resetDatabase();
  const client = await ownerClient();
  const units = [unit("u", "100"), unit("v", "60", { parkId: "other", buildingId: "far" })];
  const lines = [
    line("1", "u", "40", { enterpriseId: "tenant" }),
    line("2", "v", "60", { enterpriseId: "stranger" }),
  ];
  await insertLegalWorld(client, { units, lines, presences: [presence("guest", "PRESENT")] });
  await client.query("BEGIN");
  await openTestChangeSet(client);
  await client.query(`INSERT INTO projects (id, code, title_en, lead_id) VALUES ($1, 'P-1', 'One', $2)`, [
    idOf("p"),
    idOf("tenant"),
  ]);
  for (const role of ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"] as const) {
    const token = newToken();
    tokens.set(role, token);
    await client.query(`INSERT INTO users (id, email, name, role, all_parks) VALUES ($1, $2, $3, $4, $5)`, [
      idOf(role),
      `${role.toLowerCase()}@example.com`,
      role,
      role,
      role !== "OFFICER",
    ]);
    await client.query(
      `INSERT INTO api_tokens (id, name, role, user_id, token_hash, hint) VALUES ($1, 'test', $2, $1, $3, 'test')`,
      [idOf(role), role, hashToken(token)],
    );
  }
  await client.query(`INSERT INTO user_parks (id, user_id, park_id) VALUES (gen_random_uuid(), $1, $2)`, [
    idOf("OFFICER"),
    idOf("park"),
  ]);
  await client.query(
    `INSERT INTO user_enterprises (id, user_id, enterprise_id) VALUES (gen_random_uuid(), $1, $2)`,
    [idOf("ENTERPRISE"), idOf("tenant")],
  );
  await client.query("COMMIT");
});

type Body = Record<string, unknown> & { items?: Record<string, unknown>[] };

async function ask(
  id: string,
  role: Role | null,
  query = "",
  params: Record<string, string> = {},
  language = "en",
) {
  const route = routes.find((one) => one.id === id);
  if (!route) throw new Error(`No route ${id}`);
  const headers = new Headers({ "accept-language": language });
  if (role) headers.set("authorization", `Bearer ${tokens.get(role)}`);
  const request = new Request(`http://localhost/api/v1${route.path}${query}`, { headers });
  const response = await serve(route)(request, { params: Promise.resolve(params) });
  const body = (await response.json()) as Body;
  if (response.ok) expect(route.answer.parse(body)).toEqual(body);
  else expect(response.headers.get("content-type")).toContain("application/problem+json");
  return { status: response.status, body };
}

describe("figures by the API", () => {
  it("answers occupancy in the shapes of the document", async () => {
    const { body } = await ask("getOccupancy", "MANAGER", "?asOf=2022-11-01");
    // 40 of 100 and 60 of 60: 100 / 160
    expect(body).toMatchObject({
      asOf: "2022-11-01",
      total: { lettableArea: "160.00", occupiedArea: "100.00", occupancyRate: 0.625, units: 2, tenants: 3 },
      parks: [
        { code: "other", name: "other", occupancyRate: 1, buildings: [{ code: "far", tenants: 1 }] },
        { code: "park", occupancyRate: 0.4, tenants: 2, buildings: [{ code: "building", tenants: 1 }] },
      ],
    });
    const early = await ask("getOccupancy", "MANAGER", "?asOf=2010-01-01");
    expect(early.body.total).toMatchObject({ lettableArea: "0.00", occupancyRate: null, waleYears: null });
  });

  it("answers the series, the bridge and the expiry profile", async () => {
    const series = await ask("getOccupancySeries", "MANAGER", "?from=2020-12-31&to=2021-02-28&step=month");
    expect(series.body.points).toMatchObject([
      { asOf: "2020-12-31", occupiedArea: "0.00", committedArea: "100.00" },
      { asOf: "2021-01-31", occupiedArea: "100.00" },
      { asOf: "2021-02-28", occupiedArea: "100.00" },
    ]);
    const bridge = await ask("getOccupancyMovement", "MANAGER", "?from=2020-12-31&to=2021-12-31");
    const none = { opening: "0.00", terminations: "0.00", supplyChange: "0.00" };
    expect(bridge.body).toEqual({ ...none, takeUp: "100.00", closing: "100.00", netAbsorption: "100.00" });
    const expiry = await ask("getOccupancyExpiry", "MANAGER", "?asOf=2022-11-01&by=quarter");
    expect(expiry.body.buckets).toEqual([{ period: "2023-Q4", area: "100.00", share: 1 }]);
  });

  it("tells a partner the supply alone where two firms make all the rest", async () => {
    const { body } = await ask("getOccupancy", "VIEWER", "?asOf=2022-11-01");
    const none = {
      occupiedArea: null,
      vacantArea: null,
      occupancyRate: null,
      waleYears: null,
      tenants: null,
    };
    expect(body).toMatchObject({
      total: { lettableArea: "160.00", units: 2, ...none },
      parks: [
        { code: "other", ...none, buildings: [{ code: "far", ...none }] },
        { code: "park", ...none, buildings: [{ code: "building", ...none }] },
      ],
    });
    const bridge = await ask("getOccupancyMovement", "VIEWER", "?from=2020-12-31&to=2021-12-31");
    expect(bridge.body).toMatchObject({ opening: "0.00", takeUp: null, netAbsorption: null, closing: null });
    const expiry = await ask("getOccupancyExpiry", "VIEWER", "?asOf=2022-11-01&by=quarter");
    expect(expiry.body).toEqual({
      occupiedArea: null,
      buckets: [{ period: "2023-Q4", area: null, share: null }],
    });
    const series = await ask("getOccupancySeries", "VIEWER", "?from=2020-12-31&to=2021-02-28&step=month");
    expect(series.body.points).toMatchObject([
      { occupiedArea: "0.00", committedArea: null },
      { occupiedArea: null, committedArea: null },
      { occupiedArea: null, committedArea: null },
    ]);
  });

  it("limits an officer to its parks, and keeps sums from a firm", async () => {
    const { body } = await ask("getOccupancy", "OFFICER", "?asOf=2022-11-01");
    expect(body).toMatchObject({ total: { lettableArea: "100.00" }, parks: [{ code: "park" }] });
    for (const id of ["getOccupancy", "getHeadcount", "getOccupancyExpiry"]) {
      expect((await ask(id, "ENTERPRISE")).status).toBe(403);
    }
  });
});

describe("people by the API", () => {
  it("withholds from a partner what is under five, and from nobody in the office", async () => {
    const client = await ownerClient();
    await client.query("BEGIN");
    await openTestChangeSet(client);
    // Three in one park, forty in the other, and two firms in all: nothing of it is told.
    await client.query(
      `INSERT INTO headcounts (id, enterprise_id, park_id, on_date, total, source)
       VALUES (gen_random_uuid(), $1, $2, '2022-03-31', 3, 'OFFICER'),
         (gen_random_uuid(), $3, $4, '2022-03-31', 40, 'OFFICER')`,
      [idOf("tenant"), idOf("park"), idOf("stranger"), idOf("other")],
    );
    await client.query("COMMIT");
    const totals = async (role: Role) => {
      const { body } = await ask("getHeadcount", role, "?asOf=2022-06-01");
      return [body.total, ...(body.parks as { total: number | null }[]).map(({ total }) => total).sort()];
    };
    expect(await totals("MANAGER")).toEqual([43, 3, 40]);
    expect(await totals("VIEWER")).toEqual([null, null, null]);
  });
});

describe("rows by the API", () => {
  it("pages by an opaque cursor", async () => {
    const first = await ask("listEnterprises", "MANAGER", "?limit=2");
    expect([first.body.items?.length, typeof first.body.nextCursor]).toEqual([2, "string"]);
    const second = await ask("listEnterprises", "MANAGER", `?limit=2&cursor=${first.body.nextCursor}`);
    expect([second.body.items?.length, second.body.nextCursor]).toEqual([1, null]);
    const names = [...(first.body.items ?? []), ...(second.body.items ?? [])].map(({ name }) => name);
    expect(names.sort()).toEqual(["guest", "stranger", "tenant"]);
  });

  it("shows a firm its own alone, and a partner none", async () => {
    for (const id of ["listEnterprises", "listLeases", "listUnits"]) {
      expect((await ask(id, "ENTERPRISE", "?asOf=2022-11-01")).body.items?.length).toBe(1);
      expect((await ask(id, "VIEWER")).status).toBe(403);
      expect((await ask(id, "MANAGER", "?asOf=2022-11-01")).body.items?.length).toBeGreaterThan(1);
    }
    expect((await ask("listProjects", "ENTERPRISE")).body.items).toMatchObject([
      { code: "P-1", rag: "GREY" },
    ]);
    expect((await ask("getProjectProgress", "ENTERPRISE", "", { code: "P-1" })).body).toMatchObject({
      ragReasons: [{ code: "NO_MILESTONES", message: { en: "No milestones to measure by" } }],
    });
  });

  it("answers a foreign row exactly as a missing one", async () => {
    for (const id of ["getEnterprise", "getLease", "getUnit"]) {
      const name = { getEnterprise: "stranger", getLease: "2", getUnit: "v" }[id] ?? "";
      const foreign = await ask(id, "ENTERPRISE", "", { id: idOf(name) });
      const missing = await ask(id, "ENTERPRISE", "", { id: idOf("nothing at all") });
      const nonsense = await ask(id, "ENTERPRISE", "", { id: "nonsense" });
      expect(foreign).toEqual(missing);
      expect(foreign).toEqual(nonsense);
      expect(foreign.status).toBe(404);
      expect((await ask(id, "MANAGER", "", { id: idOf(name) })).status).toBe(200);
    }
  });

  it("answers every item and list for the staff", async () => {
    for (const id of ["listParks", "listBuildings", "listProjects", "listUnits", "listLeases"]) {
      expect((await ask(id, "OFFICER")).status).toBe(200);
    }
    expect((await ask("getPark", "OFFICER", "", { id: idOf("park") })).body).toMatchObject({ code: "park" });
    expect((await ask("getPark", "OFFICER", "", { id: idOf("other") })).status).toBe(404);
    expect((await ask("getBuilding", "MANAGER", "", { id: idOf("far") })).body).toMatchObject({
      code: "far",
    });
    expect((await ask("getProject", "MANAGER", "", { code: "P-1" })).status).toBe(200);
  });
});

describe("problems", () => {
  it("asks for a token, and takes none that is wrong or revoked", async () => {
    const none = await ask("getOccupancy", null);
    expect(none).toMatchObject({
      status: 401,
      body: { code: "SIGNED_OUT", title: "A valid token is needed" },
    });
    await (await ownerClient()).query(`BEGIN; SET LOCAL session_replication_role = replica;
      UPDATE api_tokens SET revoked_at = now(); COMMIT`);
    expect((await ask("getOccupancy", "MANAGER")).status).toBe(401);
  });

  it("names each field, in the reader's language", async () => {
    const en = await ask("getOccupancySeries", "MANAGER", "?from=2022-02-30&limit=5");
    expect(en.status).toBe(400);
    expect((en.body.errors as { field: string }[]).map(({ field }) => field).sort()).toEqual(["from", "to"]);
    const zh = await ask("listUnits", "MANAGER", "?limit=500&cursor=x", {}, "zh-CN");
    expect(JSON.stringify(zh.body)).toMatch(/请求内容有误.*nextCursor/);
    for (const query of ["?from=0001-01-01&to=9999-12-31", "?from=2022-01-01&to=2021-01-01"]) {
      expect((await ask("getOccupancySeries", "MANAGER", query)).status).toBe(400);
    }
  });
});

describe("the document", () => {
  it("is OpenAPI 3.1 with words for every route and parameter", async () => {
    for (const locale of ["en", "zh"] as const) {
      const words = await wordsFor(locale);
      const missing: string[] = [];
      const spy = (key: string) => {
        if (!words.has(key)) missing.push(key);
        return key;
      };
      const document = toOpenApi(routes, spy, "1", {
        writes,
        extraPaths: { ...importPaths(spy), ...manyPaths(spy) },
      }) as {
        openapi: string;
        paths: object;
      };
      expect(missing).toEqual([]);
      expect(document.openapi).toBe("3.1.0");
      expect(Object.keys(document.paths).length).toBe(
        routes.length +
          5 +
          Object.keys(manyById).length +
          Object.keys({ ...acts, ...paperActs, ...changeRequestActs, ...returnActs }).length,
      );
    }
  });

  it("is served as it is told: each write by the handler of its own address", () => {
    for (const [name, { id, method, path }] of Object.entries(writesById)) {
      expect(id).toBe(name);
      const folder = path.replace(/\{(\w+)\}/g, "[$1]");
      const served = readFileSync(join(import.meta.dirname, `..${folder}`, "route.ts"), "utf8");
      expect(served, path).toContain(`export const ${method} = serveWrite(writesById.${id});`);
    }
  });

  it("has every parameter of an address among its parameters", () => {
    for (const route of routes) {
      const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(route.params.shape)).toEqual(named);
    }
  });
});
