import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeCustomField, makeFirm, makePark, makeProject, makeUnit } from "@/lib/testing/factories";
import { manyAnswer, manyById, serveMany } from "./change-many";

beforeEach(resetDatabase);

type Id = keyof typeof manyById;

/** Sends it as its address would get it; what it answers is held to what the document says of it. */
async function post(id: Id, token: string, body: object, key?: string) {
  const request = new Request(`http://localhost/api/v1/${manyById[id].noun}/change-many`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      ...(key && { "idempotency-key": key }),
    },
    body: JSON.stringify(body),
  });
  const response = await serveMany(manyById[id])(request);
  const answer = await response.json();
  if (response.ok) expect(manyAnswer.parse(answer)).toEqual(answer);
  return { status: response.status, replayed: response.headers.get("idempotency-replayed"), ...answer };
}

const makers: Record<Id, { subject: string; make: () => Promise<{ id: string }> }> = {
  changeEnterprises: { subject: "ENTERPRISE", make: () => makeFirm() },
  changeProjects: { subject: "PROJECT", make: () => makeProject() },
  changeUnits: { subject: "UNIT", make: async () => makeUnit(await makePark()) },
};

it.each(Object.keys(manyById) as Id[])("%s is looked at, then done once to what was seen", async (id) => {
  const { subject, make } = makers[id];
  await makeCustomField({ subject, type: "CHOICE", key: "heat", options: [{ labelEn: "District" }] });
  const ids = [(await make()).id, (await make()).id];
  const token = await tokenOf("OFFICER");
  const asked = { ids, custom: { heat: "district" }, reason: "Survey" };
  const before = await db.changeSet.count();
  const seen = await post(id, token, { ...asked, dryRun: true });
  expect(seen).toMatchObject({ status: 200, dryRun: true, total: 2, changed: 2, left: 0 });
  expect(seen.rows[0]).toMatchObject({
    before: { "custom.heat": null },
    after: { "custom.heat": "district" },
  });
  expect(await db.changeSet.count()).toBe(before);
  // Not without having looked, nor with what was never seen.
  const unseen = await post(id, token, asked);
  expect(unseen).toMatchObject({ status: 400, errors: [{ field: "digest" }] });
  expect(await post(id, token, { ...asked, digest: "another" })).toMatchObject({ status: 409 });

  const meant = { ...asked, digest: seen.digest };
  const done = await post(id, token, meant, "key-1");
  expect(done).toMatchObject({ status: 200, dryRun: false, changed: 2, replayed: null });
  expect(await post(id, token, meant, "key-1")).toMatchObject({
    ...{ status: 200, changed: 2, changeSetId: done.changeSetId, replayed: "true" },
  });
  expect(await db.changeSet.count()).toBe(before + 1);
  expect(await db.changeSet.findUnique({ where: { id: done.changeSetId } })).toMatchObject({
    ...{ verb: manyById[id].verb, via: "API", reason: "Survey" },
  });
  expect(await post(id, token, { ...meant, reason: "Other" }, "key-1")).toMatchObject({ code: "KEY_REUSED" });
});

it.each(Object.keys(manyById) as Id[])(
  "%s is the office's, within reach, by fields that there are",
  async (id) => {
    const { id: out } = await makers[id].make();
    const asked = { ids: [out], custom: { heat: "district" }, dryRun: true };
    const officer = await tokenOf("OFFICER");
    expect(await post(id, officer, asked)).toMatchObject({ status: 400, errors: [{ field: "custom.heat" }] });
    expect(await post(id, officer, { ...asked, colour: "red" })).toMatchObject({
      ...{ status: 400, errors: [{ field: "colour" }] },
    });
    const nobodys = "01890000-0000-7000-8000-000000000000";
    expect(await post(id, officer, { ids: [nobodys], dryRun: true })).toMatchObject({ status: 404 });
    for (const role of ["MANAGER", "ENTERPRISE"] as const) {
      const firm = await makeFirm();
      const reach = role === "ENTERPRISE" ? { enterpriseIds: [firm.id] } : {};
      expect(await post(id, await tokenOf(role, reach), asked), role).toMatchObject({ status: 403 });
    }
    expect(await post(id, await tokenOf("OFFICER", {}, false), asked)).toMatchObject({ status: 403 });
  },
);
