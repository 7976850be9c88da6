import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("health needs no token", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ok", database: "ok", version: expect.any(String) });
});

test("the API asks for a token in the reader's language", async ({ request }) => {
  for (const [language, title] of [
    ["en", "A valid token is needed"],
    ["zh-CN", "需要有效的令牌"],
  ]) {
    const answer = await request.get("/api/v1/occupancy", { headers: { "accept-language": language ?? "" } });
    expect(answer.status()).toBe(401);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 401, title });
  }
  const wrong = await request.get("/api/v1/parks", { headers: { authorization: "Bearer tnt_wrong" } });
  expect(wrong.status()).toBe(401);
  const unknown = await request.get("/api/v1/nothing-here");
  expect(unknown.status()).toBe(401);
});

test("the document and its page need no token, and name the same routes", async ({ request, page }) => {
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  await page.goto("/api/docs");
  for (const path of ["/occupancy", "/projects/{code}/progress", "/enterprises"]) {
    expect(Object.keys(document.paths)).toContain(path);
    await expect(page.getByRole("heading", { name: `GET /api/v1${path}`, exact: true })).toBeVisible();
  }
});

test("the figures of the sample zone", async ({ as }) => {
  const page = await as("MANAGER");
  const get = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  const occupancy = await get("/occupancy?asOf=2022-11-01");
  const park = occupancy.parks.find(({ code }: { code: string }) => code === "OH1");
  expect(park.tenants).toBeGreaterThan(400);
  expect(park.lettableArea).toMatch(/^\d+\.\d\d$/);
  const headcount = await get("/headcount?asOf=2022-11-01");
  expect(headcount.parks.find(({ code }: { code: string }) => code === "OH1").total).toBe(3000);
  const { items, nextCursor } = await get("/enterprises?asOf=2022-11-01&park=OH1&limit=200");
  expect(items.length).toBe(200);
  const rest = await get(`/enterprises?asOf=2022-11-01&park=OH1&limit=200&cursor=${nextCursor}`);
  expect(items.length + rest.items.length).toBeGreaterThan(399);
});

test("a firm's own user reads its own rows, and is refused sums", async ({ as }) => {
  const page = await as("ENTERPRISE");
  expect((await page.request.get("/api/v1/occupancy")).status()).toBe(403);
  expect((await page.request.get("/api/v1/parks")).status()).toBe(403);
  const own = await (await page.request.get("/api/v1/enterprises")).json();
  expect(own.items.length).toBeGreaterThan(0);
  const manager = await as("MANAGER");
  const all = await (await manager.request.get("/api/v1/enterprises?limit=50")).json();
  const mine = new Set(own.items.map(({ id }: { id: string }) => id));
  const foreign = all.items.find(({ id }: { id: string }) => !mine.has(id));
  const answer = await page.request.get(`/api/v1/enterprises/${foreign.id}`);
  const missing = await page.request.get("/api/v1/enterprises/00000000-0000-4000-8000-000000000000");
  expect([answer.status(), await answer.text()]).toEqual([404, await missing.text()]);
});

test("a token that may write is made, writes once for its key, shows in the history, and is dead when revoked", async ({
  as,
  request,
}) => {
  const admin = await as("ADMIN");
  const [label, code, key] = [unique("Script "), unique("API-"), unique("key-")];
  const make = async (name: string, mayWrite: boolean) => {
    await admin.goto("/tokens");
    await admin.getByRole("textbox", { name: "Name" }).fill(name);
    await admin.getByRole("combobox", { name: "Role" }).selectOption({ label: "Officer" });
    if (mayWrite) await admin.getByRole("checkbox", { name: /^May also write/ }).check();
    await admin.getByRole("button", { name: "Make a token" }).click();
    return (await admin.getByRole("status").locator("code").textContent()) ?? "";
  };
  const reads = await make(`${label} reads`, false);
  const writes = await make(label, true);
  const send = (token: string, idempotencyKey: string) =>
    request.post("/api/v1/projects", {
      headers: { authorization: `Bearer ${token}`, "idempotency-key": idempotencyKey },
      data: { code, titleEn: "Made by a script" },
    });
  expect((await send(reads, key)).status()).toBe(403);
  const [first, again] = [await send(writes, key), await send(writes, key)];
  expect([first.status(), again.status()]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  const path = first.headers().location ?? "";
  const change = { authorization: `Bearer ${writes}`, "if-match": '"1"' };
  const patched = await request.patch(path, { headers: change, data: { titleZh: "脚本所建" } });
  expect(await patched.json()).toMatchObject({ nameZh: "脚本所建", version: 2 });
  expect((await request.patch(path, { headers: change, data: { titleZh: "旧" } })).status()).toBe(412);

  const { id } = await patched.json();
  await admin.goto(`/projects/${id}/history`);
  await expect(admin.getByText("Added the project")).toBeVisible();
  await expect(admin.getByText("Changed the project")).toBeVisible();

  await admin.goto("/tokens");
  await admin.getByRole("button", { name: `Revoke: ${label}`, exact: true }).click();
  await expect.poll(async () => (await send(writes, unique("key-"))).status()).toBe(401);
});
