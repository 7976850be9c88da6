import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { listEnterprises } from "./queries-list";
import { previewEnterprises } from "./queries-many";
import { listEnterpriseTags } from "./queries-tags";
import {
  changeEnterprisesSchema,
  closeEnterpriseSchema,
  createEnterpriseSchema,
  enterpriseListSchema,
} from "./schema";
import { closeEnterprise, createEnterprise } from "./service";
import { createEnterprises } from "./service-bulk";
import { changeEnterprises } from "./service-many";

beforeEach(resetDatabase);

const make = async (given: Record<string, unknown>) =>
  (await createEnterprise(system, createEnterpriseSchema.parse(given))).id;
const tagsOf = async (id: string) => (await db.enterprise.findUniqueOrThrow({ where: { id } })).tags;

/** Looks, then saves what was seen. */
async function change(viewer: typeof system, given: Record<string, unknown>) {
  const input = changeEnterprisesSchema.parse(given);
  const { digest } = await previewEnterprises(viewer, input);
  return changeEnterprises(viewer, { ...input, digest });
}

describe("one change to many firms", () => {
  it("says first what becomes of each, changes those alone, and is undone as one", async () => {
    const officer = await makeViewer("OFFICER");
    const [lion, merlion, orchid] = [
      await make({ nameEn: "Lion", cluster: "BIOMEDICINE", stage: "IN", tags: ["council 18", "Fintech"] }),
      await make({ nameEn: "Merlion", cluster: "SERVICES", stage: "PROSPECT" }),
      await make({
        nameEn: "Orchid",
        cluster: "SERVICES",
        stage: "IN",
        tags: "fintech",
        ownerId: officer.userId,
      }),
    ];
    const input = changeEnterprisesSchema.parse({
      ids: [merlion, lion, orchid],
      ownerId: officer.userId,
      stage: "IN",
      addTags: "FINTECH，green",
      removeTags: "Green",
      reason: "New desk",
    });
    // Adding and taking away the same word leaves none of it; FINTECH is there already, whatever its case.
    const seen = await previewEnterprises(system, input);
    expect(seen).toMatchObject({ total: 3, changed: 2, left: 0 });
    expect(seen.rows.map(({ id }) => id)).toEqual([merlion, lion]);
    expect(seen.rows[0]).toMatchObject({
      before: { owner_id: null, stage: "PROSPECT", tags: "" },
      after: { owner_id: officer.userId, stage: "IN", tags: "FINTECH" },
    });
    expect(seen.owners).toEqual([{ id: officer.userId, name: officer.name }]);

    const done = await changeEnterprises(officer, { ...input, digest: seen.digest });
    expect(done.count).toBe(2);
    expect(await tagsOf(lion)).toEqual(["Fintech", "council 18"]);
    const rows = await db.change.findMany({ where: { changeSetId: done.changeSetId } });
    expect(rows.map(({ rowId }) => rowId).sort()).toEqual([lion, merlion].sort());
    const header = await db.changeSet.findUniqueOrThrow({ where: { id: done.changeSetId } });
    expect(header).toMatchObject({ verb: "enterprises.changeMany", reason: "New desk" });

    expect(await undoChangeSet(system, { id: done.changeSetId })).toMatchObject({ undone: 2, kept: 0 });
    const after = await db.enterprise.findUniqueOrThrow({ where: { id: merlion } });
    expect(after).toMatchObject({ ownerId: null, stage: "PROSPECT", tags: [] });
  });

  it("means all that the list's filters match, and nobody who is gone", async () => {
    const ids: string[] = [];
    for (const i of [1, 2, 3])
      ids.push(await make({ nameEn: `Lion ${i}`, cluster: "SERVICES", tags: "pride" }));
    await make({ nameEn: "Tiger", cluster: "SERVICES" });
    await closeEnterprise(
      system,
      closeEnterpriseSchema.parse({ id: ids[2], version: 1, endedOn: "2022-06-30" }),
    );
    const filters = { query: "lion", cluster: "SERVICES", tag: "pride", page: "7" };
    const { count } = await change(system, { filters, cluster: "BIOMEDICINE", stage: "SIGNED" });
    expect(count).toBe(2);
    const params = enterpriseListSchema.parse({ cluster: "BIOMEDICINE" });
    expect(
      (await listEnterprises(system, params, toCivil("2022-12-31"))).rows.map(({ nameEn }) => nameEn),
    ).toEqual(["Lion 1", "Lion 2"]);
    const gone = await previewEnterprises(
      system,
      changeEnterprisesSchema.parse({ ids: [ids[2]], stage: "IN" }),
    );
    expect(gone).toMatchObject({ total: 1, changed: 0, left: 1, rows: [] });
    await expect(change(system, { ids: [ids[2]], stage: "IN" })).rejects.toMatchObject({
      message: "ui.bulk.nothingChanges",
    });
  });

  it("refuses what is no longer what was looked at: saved meanwhile, or another row that matches now", async () => {
    const lion = await make({ nameEn: "Lion", tags: "pride" });
    const input = changeEnterprisesSchema.parse({ filters: { tag: "pride" }, stage: "SIGNED" });
    const { digest } = await previewEnterprises(system, input);
    const cub = await make({ nameEn: "Cub", tags: "pride" });
    const refused = { code: "CONFLICT", message: "ui.bulk.moved" };
    await expect(changeEnterprises(system, { ...input, digest })).rejects.toMatchObject(refused);
    const again = await previewEnterprises(system, input);
    await change(system, { ids: [cub], cluster: "SERVICES" });
    await expect(changeEnterprises(system, { ...input, digest: again.digest })).rejects.toMatchObject(
      refused,
    );
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: lion } })).stage).toBe("PROSPECT");
  });

  it("of two at once the second is told to look again", async () => {
    const ids = [await make({ nameEn: "Lion" }), await make({ nameEn: "Tiger" })];
    const inputs = [
      changeEnterprisesSchema.parse({ ids, stage: "SIGNED" }),
      changeEnterprisesSchema.parse({ ids: [...ids].reverse(), stage: "IN" }),
    ];
    const seen = await Promise.all(inputs.map((input) => previewEnterprises(system, input)));
    const results = await Promise.allSettled(
      inputs.map((input, i) => changeEnterprises(system, { ...input, digest: seen[i]?.digest ?? "" })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses a firm out of reach, somebody who is no owner, and a twenty-first tag", async () => {
    const [here, there] = [await makePark(), await makePark()];
    const presences = [{ parkId: there.id, kind: "PRESENT", fromOn: "2022-01-01" }];
    const far = await make({ nameEn: "Far", presences });
    const near = await makeFirm();
    const officer = await makeViewer("OFFICER", { parkIds: [here.id] });
    const both = changeEnterprisesSchema.parse({ ids: [near.id, far], stage: "IN" });
    await expect(previewEnterprises(officer, both)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(changeEnterprises(officer, both)).rejects.toMatchObject({ code: "NOT_FOUND" });

    const manager = await makeViewer("MANAGER");
    await expect(change(system, { ids: [far], ownerId: manager.userId })).rejects.toMatchObject({
      fieldErrors: { ownerId: "errors.choose" },
    });
    const twenty = Array.from({ length: 20 }, (_, i) => `t${i}`);
    const full = await make({ nameEn: "Full", tags: twenty });
    await expect(change(system, { ids: [full, far], addTags: "one more" })).rejects.toMatchObject({
      fieldErrors: { addTags: "errors.tagsMany" },
    });
    expect(await tagsOf(far)).toEqual([]);
    expect((await listEnterpriseTags(system)).length).toBe(20);
    expect(await listEnterpriseTags(officer)).toHaveLength(20);
  });

  it("changes thousands in one go, each under its history", async () => {
    const firms = Array.from({ length: 3000 }, (_, i) => `Mass ${i}`);
    await createEnterprises(
      system,
      firms.map((nameEn) => ({ ...createEnterpriseSchema.parse({ nameEn }), id: newId() })),
    );
    const done = await change(system, { filters: { query: "mass" }, addTags: "mass" });
    expect(done.count).toBe(3000);
    expect(await db.change.count({ where: { changeSetId: done.changeSetId } })).toBe(3000);
    // So many are added up when it is asked, and not before.
    const list = (sums?: string) =>
      listEnterprises(system, enterpriseListSchema.parse({ query: "mass", sums }), toCivil("2022-11-01"));
    expect(await list()).toMatchObject({ total: 3000, totals: null });
    expect(await list("all")).toMatchObject({ total: 3000, totals: { area: "0.00", people: 0 } });
  });
});
