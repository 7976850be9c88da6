import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { createLease } from "../leases/service";
import { listEnterprises } from "./queries-list";
import { createEnterpriseSchema, enterpriseListSchema } from "./schema";
import { enterpriseScope } from "./scope";
import { createEnterprise } from "./service";

beforeEach(resetDatabase);

const add = (fields: Record<string, unknown>) =>
  createEnterprise(system, createEnterpriseSchema.parse(fields));
const list = (params: Record<string, string>, viewer: Viewer = system, day = "2022-06-01") =>
  listEnterprises(viewer, enterpriseListSchema.parse(params), toCivil(day));
const names = async (params: Record<string, string>, viewer?: Viewer, day?: string) =>
  (await list(params, viewer, day)).rows.map((row) => row.nameEn);
const declare = (enterpriseId: string, parkId: string, on: string, total: number) =>
  createHeadcount(system, createHeadcountSchema.parse({ enterpriseId, parkId, on, total: String(total) }));

/** Two parks; Ann leases 100 m² in the first and 40 in the second all 2022, Ben is registered, Cem is nowhere. */
async function makeWorld() {
  const [first, second] = [await makePark(), await makePark()];
  const ann = await add({
    nameEn: "Ann",
    cluster: "SERVICES",
    stage: "IN",
    country: "SG",
    identifiers: [{ type: "OTHER", value: "A77", country: "SG" }],
  });
  const ben = await add({
    nameEn: "Ben",
    country: "CN",
    presences: [{ parkId: first.id, kind: "REGISTERED", fromOn: "2022-03-01" }],
  });
  const cem = await add({ nameEn: "Cem 100%_a" });
  for (const [park, area] of [
    [first, "100"],
    [second, "40"],
  ] as const) {
    const unit = await makeUnit(park, { area });
    await createLease(system, leaseInput({ enterpriseId: ann.id, units: [unit.id] }));
  }
  await declare(ann.id, first.id, "2022-03-31", 30);
  await declare(ann.id, first.id, "2022-09-30", 35);
  await declare(ann.id, second.id, "2022-03-31", 7);
  return { first, second, ann, ben, cem };
}

describe("the list of firms", () => {
  it("has each firm's area and people of the day", async () => {
    const { first, second } = await makeWorld();
    const ann = async (day: string, viewer?: Viewer) => (await list({}, viewer, day)).rows[0];
    // 100 + 40 m²; 30 + 7 people
    expect(await ann("2022-06-01")).toMatchObject({
      ...{ nameEn: "Ann", area: "140.00", people: 37, identifier: { type: "OTHER", value: "A77" } },
      parks: [first.code, second.code].sort(),
    });
    // 35 + 7 people, once the later declaration is known
    expect(await ann("2022-12-31")).toMatchObject({ area: "140.00", people: 42 });
    expect(await ann("2023-01-01")).toMatchObject({ area: "0.00", people: 42, parks: [] });
    expect(await ann("2021-12-31")).toMatchObject({ area: "0.00", people: null });
    const officer = await makeViewer("OFFICER", { parkIds: [second.id] });
    expect(await ann("2022-06-01", officer)).toMatchObject({
      ...{ area: "40.00", people: 7, parks: [second.code] },
    });
  });

  it("narrows to what is asked, each condition by itself and together", async () => {
    const { first } = await makeWorld();
    expect(await names({})).toEqual(["Ann", "Ben", "Cem 100%_a"]);
    expect(await names({ sort: "-name" })).toEqual(["Cem 100%_a", "Ben", "Ann"]);
    expect(await names({ cluster: "SERVICES" })).toEqual(["Ann"]);
    expect(await names({ stage: "IN" })).toEqual(["Ann"]);
    expect(await names({ country: "cn" })).toEqual(["Ben"]);
    expect(await names({ park: first.code })).toEqual(["Ann", "Ben"]);
    expect(await names({ park: first.code }, system, "2022-02-28")).toEqual(["Ann"]);
    expect(await names({ park: "NONE" })).toEqual([]);
    expect(await names({ park: first.code, country: "CN" })).toEqual(["Ben"]);
    // Ann has an identifier; Cem is nowhere and lacks nothing yet.
    expect(await names({ missing: "identifier" })).toEqual(["Ben"]);
    // By 1 February nothing was declared; who is only registered has nobody to declare.
    expect(await names({ missing: "headcount" }, system, "2022-02-01")).toEqual(["Ann"]);
    expect(await names({ missing: "headcount" })).toEqual([]);
  });

  it("takes the wildcards of a pattern for letters", async () => {
    await makeWorld();
    expect(await names({ query: "100%_" })).toEqual(["Cem 100%_a"]);
    expect(await names({ query: "%" })).toEqual(["Cem 100%_a"]);
    expect(await names({ query: "an%n" })).toEqual([]);
  });

  it("counts them all, on any page and past the last", async () => {
    await makeWorld();
    expect(await list({ pageSize: "2" })).toMatchObject({ total: 3, rows: [{}, {}] });
    expect(await list({ pageSize: "2", page: "2" })).toMatchObject({ total: 3, rows: [{ parks: [] }] });
    expect(await list({ pageSize: "2", page: "9" })).toMatchObject({ total: 3, rows: [] });
  });

  it("reaches what the noun's own scope reaches", async () => {
    const { first, second, ben } = await makeWorld();
    const viewers = [
      await makeViewer("OFFICER", { parkIds: [first.id] }),
      await makeViewer("OFFICER", { parkIds: [second.id] }),
      await makeViewer("ENTERPRISE", { enterpriseIds: [ben.id] }),
      await makeViewer("MANAGER"),
    ];
    for (const viewer of viewers) {
      const where = enterpriseScope(viewer);
      const allowed = await db.enterprise.findMany({
        where,
        orderBy: { sortEn: "asc" },
        select: { id: true },
      });
      expect((await list({}, viewer)).rows.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id));
    }
  });
});
