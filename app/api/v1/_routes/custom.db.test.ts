import { beforeEach, expect, it } from "vitest";
import { retireCustomField } from "@/lib/domain/custom-fields/service";
import { createToken } from "@/lib/domain/tokens/service";
import { serve } from "@/lib/platform/api/route";
import { serveWrite } from "@/lib/platform/api/write";
import { resetDatabase } from "@/lib/testing/database";
import {
  makeCustomField,
  makeFirm,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
  unique,
} from "@/lib/testing/factories";
import { enterprise, enterprises } from "./enterprises";
import { project, projects } from "./projects";
import { unit, units } from "./units";
import { writesById } from "./writes";

beforeEach(resetDatabase);

type Role = "ADMIN" | "MANAGER" | "ENTERPRISE";

async function tokenOf(role: Role, reach: Parameters<typeof makeViewer>[1] = {}) {
  const { userId } = await makeViewer(role, reach);
  const input = { name: unique("script"), role, mayWrite: true, userId: userId ?? undefined };
  return (await createToken(system, input)).token;
}

type Answer = { custom: Record<string, string | null>; id: string; version: number; items: Answer[] } & {
  errors?: { field: string }[];
};

async function call(
  handler: ReturnType<typeof serve> | ReturnType<typeof serveWrite>,
  token: string,
  params: Record<string, string>,
  init: { method?: string; body?: object; version?: number; query?: Record<string, string> } = {},
) {
  const request = new Request(`http://localhost/api/v1/x?${new URLSearchParams(init.query)}`, {
    method: init.method ?? "GET",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(init.version ? { "if-match": `"${init.version}"` } : {}),
    },
    body: init.body ? JSON.stringify(init.body) : undefined,
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, body: (await response.json()) as Answer };
}

it("a firm is written and read with its custom fields by their keys; a PATCH leaves what it does not name", async () => {
  const token = await tokenOf("ADMIN");
  const number = await makeCustomField({ type: "NUMBER", decimals: "1", required: true });
  const options = [{ labelEn: "Listed" }, { labelEn: "Private" }];
  const choice = await makeCustomField({ type: "CHOICE", options });
  const body = { nameEn: "Acme", custom: { [number.key]: 12.5, [choice.key]: "private" } };
  const made = await call(serveWrite(writesById.createEnterprise), token, {}, { method: "POST", body });
  expect(made.status).toBe(201);
  expect(made.body.custom).toEqual({ [number.key]: "12.5", [choice.key]: "private" });
  const { id } = made.body;
  const patch = (version: number, change: object) =>
    call(serveWrite(writesById.updateEnterprise), token, { id }, { method: "PATCH", version, body: change });
  const website = await patch(1, { website: "acme.example" });
  expect(website.body.custom).toEqual(made.body.custom);
  const cleared = await patch(2, { custom: { [choice.key]: null } });
  expect(cleared.body.custom).toEqual({ [number.key]: "12.5", [choice.key]: null });
  const wrong = await patch(3, { custom: { [number.key]: "many", [choice.key]: "public", nothing: "x" } });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors?.map(({ field }) => field).sort()).toEqual(
    [`custom.${number.key}`, `custom.${choice.key}`, "custom.nothing"].sort(),
  );
  // Made by a program that does not know the required field.
  const bare = { method: "POST", body: { nameEn: "Bare" } };
  expect((await call(serveWrite(writesById.createEnterprise), token, {}, bare)).status).toBe(201);
});

it("records and lists of units and projects bear them too", async () => {
  const token = await tokenOf("ADMIN");
  const park = await makePark();
  const [place, plan] = [await makeUnit(park), await makeProject()];
  const load = await makeCustomField({ subject: "UNIT", type: "NUMBER" });
  const topic = await makeCustomField({ subject: "PROJECT" });
  const patch = { method: "PATCH", version: 1 };
  await call(
    serveWrite(writesById.updateUnit),
    token,
    { id: place.id },
    {
      ...patch,
      body: { custom: { [load.key]: "7.5" } },
    },
  );
  await call(
    serveWrite(writesById.updateProject),
    token,
    { code: plan.code },
    {
      ...patch,
      body: { custom: { [topic.key]: "AI" } },
    },
  );
  const told = [
    await call(serve(unit), token, { id: place.id }),
    await call(serve(units), token, {}),
    await call(serve(project), token, { code: plan.code }),
    await call(serve(projects), token, {}),
  ].map(({ body }) => (body.items?.[0] ?? body).custom);
  const [loaded, topical] = [{ [load.key]: "7.5" }, { [topic.key]: "AI" }];
  expect(told).toEqual([loaded, loaded, topical, topical]);
});

it("a token reads the fields that its role may, of the firms that it reaches, and no others", async () => {
  const { id } = await makeFirm();
  const hidden = await makeCustomField();
  const shown = await makeCustomField({ shownTo: ["ENTERPRISE"] });
  const managed = await makeCustomField({ shownTo: ["MANAGER"] });
  const admin = await tokenOf("ADMIN");
  const custom = { [hidden.key]: "secret", [shown.key]: "open", [managed.key]: "managed" };
  const change = { method: "PATCH", version: 1, body: { custom } };
  await call(serveWrite(writesById.updateEnterprise), admin, { id }, change);
  await retireCustomField(system, shown);
  const read = async (token: string) => [
    (await call(serve(enterprise), token, { id })).body.custom,
    (await call(serve(enterprises), token, {})).body.items[0]?.custom,
  ];
  // What a retired field holds is still told.
  expect(await read(admin)).toEqual([custom, custom]);
  const [own, ownListed] = await read(await tokenOf("ENTERPRISE", { enterpriseIds: [id] }));
  expect([own, ownListed]).toEqual([{ [shown.key]: "open" }, { [shown.key]: "open" }]);
  expect((await read(await tokenOf("MANAGER")))[1]).toEqual({ [managed.key]: "managed" });
  const stranger = await tokenOf("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  expect((await call(serve(enterprise), stranger, { id })).status).toBe(404);
});

it("lists are narrowed by custom fields, and a filter that means nothing is refused at its name", async () => {
  const options = [{ labelEn: "Listed" }, { labelEn: "Private" }];
  const market = await makeCustomField({ type: "CHOICE", labelEn: "Market", options });
  const seats = await makeCustomField({ type: "NUMBER", labelEn: "Seats" });
  const hidden = await makeCustomField({ labelEn: "Hidden" });
  const [listed, other] = [await makeFirm(), await makeFirm()];
  const admin = await tokenOf("ADMIN");
  for (const [{ id }, custom] of [
    [listed, { [market.key]: "listed", [seats.key]: 12, [hidden.key]: "x" }],
    [other, { [market.key]: "private", [seats.key]: 40 }],
  ] as const) {
    const change = { method: "PATCH", version: 1, body: { custom, tags: ["council 18"] } };
    await call(serveWrite(writesById.updateEnterprise), admin, { id }, change);
  }
  const found = async (query: Record<string, string>) =>
    (await call(serve(enterprises), admin, {}, { query })).body.items.map(({ id }) => id);
  expect(await found({ [`cf_${market.key}`]: "listed" })).toEqual([listed.id]);
  expect(await found({ [`cf_${seats.key}.from`]: "20" })).toEqual([other.id]);
  expect(await found({ [`cf_${seats.key}.to`]: "20", [`cf_${market.key}`]: "private" })).toEqual([]);
  const all = await call(serve(enterprises), admin, {}, { query: { other: "x" } });
  expect(all.body.items).toMatchObject([{ tags: ["council 18"] }, { tags: ["council 18"] }]);
  const wrong = async (token: string, query: Record<string, string>) => {
    const { status, body } = await call(serve(enterprises), token, {}, { query });
    return [status, body.errors?.map(({ field }) => field)];
  };
  expect(await wrong(admin, { cf_nothing: "x" })).toEqual([400, ["cf_nothing"]]);
  expect(await wrong(admin, { [`cf_${seats.key}.from`]: "many" })).toEqual([400, [`cf_${seats.key}.from`]]);
  // A field that is not for this reader answers as one that is not there.
  expect((await wrong(await tokenOf("MANAGER"), { cf_hidden: "x" }))[0]).toBe(400);
  for (const list of [serve(units), serve(projects)]) {
    expect((await call(list, admin, {}, { query: { cf_nothing: "x" } })).status).toBe(400);
  }
});
