import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { createLease } from "../leases/service";
import { countDuplicates, listDuplicates } from "./queries-duplicates";
import { completeUscc } from "./rules";
import {
  createEnterpriseSchema,
  duplicateListSchema,
  mergeEnterprisesSchema,
  tellEnterprisesApartSchema,
  updateEnterpriseSchema,
} from "./schema";
import { createEnterprise, updateEnterprise } from "./service";
import { tellEnterprisesApart } from "./service-duplicates";
import { mergeEnterprises } from "./service-merge";

beforeEach(resetDatabase);

const add = (fields: Record<string, unknown>) =>
  createEnterprise(system, createEnterpriseSchema.parse(fields));
/** The page, and what the home counts of it: the same in every situation here. */
const list = async (params: Record<string, string> = {}, viewer = system) => {
  const page = await listDuplicates(viewer, duplicateListSchema.parse(params));
  expect(await countDuplicates(viewer)).toBe(page.total);
  return page;
};
const other = (value: string, former = false) => ({ type: "OTHER", value, country: "CN", former });
const apart = (id: string, otherId: string, viewer = system) =>
  tellEnterprisesApart(viewer, tellEnterprisesApartSchema.parse({ id, otherId }));

describe("likely duplicates", () => {
  it.each([
    [
      "IDENTIFIER",
      { nameEn: "Alpha", identifiers: [other("A7788")] },
      { nameEn: "Beta", identifiers: [other("A7788", true)] },
    ],
    ["NAME", { nameEn: "Lion TCR Pte. Ltd." }, { nameEn: "LION TCR" }],
    ["NAME", { nameZh: "廣州獅城科技有限公司" }, { nameZh: "广州狮城科技股份有限公司" }],
    ["NEAR", { nameEn: "Biosyngen Ltd" }, { nameEn: "Biosingen Ltd" }],
    ["NEAR", { nameZh: "广州狮城科技有限公司" }, { nameZh: "狮城科技有限公司" }],
    ["NEAR", { nameZh: "狮城生物科技研究" }, { nameZh: "狮城生物科技研究院" }],
    ["PINYIN", { nameZh: "狮城生物" }, { nameZh: "师成生物" }],
    [
      "WEBSITE",
      { nameEn: "Alpha", website: "https://www.lion.example/en" },
      { nameEn: "Beta", website: "lion.example" },
    ],
    [
      "PHONE",
      { nameEn: "Alpha", contacts: [{ name: "A", phone: "+86 138-0000-1234" }] },
      { nameEn: "Beta", contacts: [{ name: "B", phone: "13800001234" }] },
    ],
    [
      "EMAIL",
      { nameEn: "Alpha", contacts: [{ name: "A", email: "ann@lion.example" }] },
      { nameEn: "Beta", contacts: [{ name: "B", email: "Ann@lion.example" }] },
    ],
  ])("are found by %s: %j and %j", async (reason, first, second) => {
    const [a, b] = [await add(first), await add(second)];
    await add({ nameEn: "Quite Another Firm", website: "another.example" });
    const { rows, total } = await list();
    expect(total).toBe(1);
    expect(rows[0]?.reasons).toContain(reason);
    // As full as one another: the older is kept.
    expect([rows[0]?.keep.id, rows[0]?.other.id]).toEqual([a.id, b.id]);
  });

  it.each([
    ["another figure", "Tower 101 Ltd", "Tower 102 Ltd"],
    ["short names a letter apart", "Lion Ltd", "Lyon Ltd"],
    ["legal forms alone", "Co., Ltd.", "Ltd"],
    ["two letters apart", "Biosyngen", "Biozingen"],
  ])("are not: %s", async (_, first, second) => {
    await add({ nameEn: first });
    await add({ nameEn: second });
    expect((await list()).total).toBe(0);
  });

  it("come likeliest first, a page at a time, the fuller to be kept", async () => {
    await add({ nameEn: "Alpha Optics", website: "alpha.example" });
    await add({ nameEn: "Other Optics", website: "alpha.example" });
    await add({ nameEn: "Biosyngen" });
    const fuller = await add({ nameEn: "Biosyngen Ltd", identifiers: [other("B1")] });
    const first = await list({ pageSize: "1" });
    expect(first.total).toBe(2);
    expect(first.rows).toMatchObject([
      { reasons: expect.arrayContaining(["NAME"]), keep: { id: fuller.id } },
    ]);
    expect((await list({ pageSize: "1", page: "2" })).rows).toMatchObject([{ reasons: ["WEBSITE"] }]);
  });

  it("leave out a crowd, branches of one another, firms that are gone and those merged", async () => {
    for (let i = 0; i < 8; i += 1) {
      await add({
        nameEn: `Tenant ${"abcdefgh"[i]?.repeat(6)}`,
        contacts: [{ name: "Agent", phone: "02088886666" }],
      });
    }
    const head = await add({ nameEn: "Headquarters" });
    await add({ nameEn: "Headquarters Ltd", branchOfId: head.id });
    expect((await list()).total).toBe(0);
    const [a, b] = [await add({ nameEn: "Biosyngen" }), await add({ nameEn: "Biosyngen Ltd" })];
    expect((await list()).total).toBe(1);
    const input = { id: a.id, version: 1, goesId: b.id, goesVersion: 1 };
    await mergeEnterprises(system, mergeEnterprisesSchema.parse(input));
    expect((await list()).total).toBe(0);
  });

  it("are not two firms with an official number each, unless one has had the other's", async () => {
    const uscc = (first17: string, former = false) => ({
      type: "USCC",
      value: completeUscc(first17),
      former,
    });
    const [mine, theirs] = ["91440112MA9010019", "91440112MA9010028"];
    await add({ nameEn: "Biosyngen", identifiers: [uscc(mine)] });
    const b = await add({ nameEn: "Biosyngen Ltd", identifiers: [uscc(theirs)] });
    expect((await list()).total).toBe(0);
    const identifiers = [uscc(theirs), uscc(mine, true)];
    const edit = { id: b.id, version: 1, nameEn: "Biosyngen Ltd", identifiers };
    await updateEnterprise(system, updateEnterpriseSchema.parse(edit));
    expect((await list()).rows).toMatchObject([{ reasons: ["IDENTIFIER", "NAME"] }]);
  });

  it("are remembered as two until one is called otherwise; undone, they are asked about again", async () => {
    const [a, b] = [await add({ nameEn: "Biosyngen" }), await add({ nameEn: "Biosyngen Ltd" })];
    const { changeSetId } = await apart(b.id, a.id);
    expect((await list()).total).toBe(0);
    await undoChangeSet(system, { id: changeSetId });
    expect((await list()).total).toBe(1);
    await apart(a.id, b.id);
    const edit = { id: a.id, version: 1, nameEn: "Biosyngen", website: "bio.example" };
    await updateEnterprise(system, updateEnterpriseSchema.parse(edit));
    expect((await list()).total).toBe(0);
    await updateEnterprise(
      system,
      updateEnterpriseSchema.parse({ ...edit, version: 2, nameEn: "Biosyngeen" }),
    );
    expect((await list()).rows).toMatchObject([{ reasons: ["NEAR"] }]);
    // Told apart once more under the new name.
    await apart(a.id, b.id);
    expect((await list()).total).toBe(0);
    expect(await db.enterpriseDistinction.count()).toBe(1);
  });

  it("are those within reach, both of them, and for the office alone", async () => {
    const [mine, theirs] = [await makePark(), await makePark()];
    const [a, b] = [await add({ nameEn: "Biosyngen" }), await add({ nameEn: "Biosyngen Ltd" })];
    await createLease(system, leaseInput({ enterpriseId: a.id, units: [(await makeUnit(mine)).id] }));
    await createLease(system, leaseInput({ enterpriseId: b.id, units: [(await makeUnit(theirs)).id] }));
    const limited = await makeViewer("OFFICER", { parkIds: [mine.id] });
    expect((await list({}, limited)).total).toBe(0);
    await expect(apart(a.id, b.id, limited)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const both = await makeViewer("OFFICER", { parkIds: [mine.id, theirs.id] });
    expect((await list({}, both)).total).toBe(1);
    await expect(list({}, await makeViewer("MANAGER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
