import { beforeEach, expect, it } from "vitest";
import { createEmployeeSchema } from "@/lib/domain/employees/schema";
import { createEmployee } from "@/lib/domain/employees/service";
import { createToken } from "@/lib/domain/tokens/service";
import { serve } from "@/lib/platform/api/route";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system, unique } from "@/lib/testing/factories";
import { signedIn } from "@/lib/testing/signed-in";
import { employees } from "./employees";

let firm: string;

beforeEach(async () => {
  await resetDatabase();
  signedIn.viewer = null;
  firm = (await makeFirm()).id;
  const at = { enterpriseId: firm, parkId: (await makePark()).id, joinedOn: "2022-01-10" };
  await createEmployee(system, createEmployeeSchema.parse({ ...at, name: "Ann One", staffNo: "A1" }));
});

async function ask(role: "OFFICER" | "MANAGER" | "ENTERPRISE" | null, query: string, mayWrite = true) {
  const headers: Record<string, string> = {};
  if (role) {
    const reach = role === "ENTERPRISE" ? { enterpriseIds: [firm] } : {};
    const { userId } = await makeViewer(role, reach);
    const input = { name: unique("script"), role, mayWrite, userId: userId ?? undefined };
    headers.authorization = `Bearer ${(await createToken(system, input)).token}`;
  }
  const request = new Request(`http://localhost/api/v1/employees?${query}`, { headers });
  const response = await serve(employees)(request, { params: Promise.resolve({}) });
  const body = await response.json();
  return { status: response.status, body, names: body.items?.map(({ name }: { name: string }) => name) };
}

const opened = () => `enterprise=${firm}&names=PERMIT&namesFor=Three+renewals`;

it("answers people without names, unless a token says what for, and then it is logged", async () => {
  expect((await ask("OFFICER", `enterprise=${firm}`)).names).toEqual([null]);
  expect(await db.nameOpening.count()).toBe(0);
  expect((await ask("OFFICER", opened())).names).toEqual(["Ann One"]);
  expect(await db.nameOpening.findMany({ include: { readings: true } })).toMatchObject([
    { enterpriseId: firm, purpose: "PERMIT", note: "Three renewals", readings: [{ kind: "API", rows: 1 }] },
  ]);
});

it("asks whose and what for, and refuses who may not", async () => {
  expect(await ask("OFFICER", "names=PERMIT&namesFor=x")).toMatchObject({ status: 400 });
  expect(await ask("OFFICER", `enterprise=${firm}&names=PERMIT`)).toMatchObject({ status: 400 });
  expect(await ask("OFFICER", opened(), false)).toMatchObject({ status: 403 });
  expect(await ask("MANAGER", opened())).toMatchObject({ status: 403 });
  // A signed-in browser opens names on the page, where nobody else can lead it to.
  signedIn.viewer = await makeViewer("OFFICER");
  expect(await ask(null, opened())).toMatchObject({ status: 403 });
  expect(await db.nameOpening.count()).toBe(0);
});

it("answers a firm its own, and a manager no staff number", async () => {
  expect((await ask("ENTERPRISE", "names=OTHER")).names).toEqual(["Ann One"]);
  expect(await db.nameOpening.count()).toBe(0);
  expect((await ask("MANAGER", "")).body.items).toMatchObject([{ name: null, staffNo: null }]);
});
