import { beforeEach, describe, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { db, type Tx } from "@/lib/platform/db/client";
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
import { undoChangeSet } from "../change-sets/service";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { createLease } from "../leases/service";
import { searchRecords } from "../search/queries";
import { listEnterprises } from "./queries-list";
import { getMergeMark, getMergePlan } from "./queries-merge";
import {
  closeEnterpriseSchema,
  createEnterpriseSchema,
  enterpriseListSchema,
  mergeEnterprisesSchema,
  updateEnterpriseSchema,
} from "./schema";
import { closeEnterprise, createEnterprise, updateEnterprise } from "./service";
import { mergeEnterprises } from "./service-merge";

beforeEach(resetDatabase);

const merge = (id: string, goesId: string, viewer = system) =>
  mergeEnterprises(
    viewer,
    mergeEnterprisesSchema.parse({ id, version: 1, goesId, goesVersion: 1, reason: "twice" }),
  );
const told = { code: "CONFLICT", message: "enterprises.errors.mergedInto?firm=Kept+Ltd" };
const two = async () =>
  [await makeFirm({ nameEn: "Kept Ltd" }), await makeFirm({ nameEn: "Gone Ltd" })] as const;

describe("a firm that was merged", () => {
  it("takes nothing more, whatever the path of writing, and each refusal names the firm it is now", async () => {
    const [kept, gone] = await two();
    const [park, project] = [await makePark(), await makeProject()];
    const user = await makeViewer("ENTERPRISE", { enterpriseIds: [kept.id] });
    const unit = await makeUnit(park);
    await merge(kept.id, gone.id);
    const enterpriseId = gone.id;
    const lease = leaseInput({ enterpriseId, units: [unit.id] });
    await expect(createLease(system, lease)).rejects.toMatchObject(told);
    const people = createHeadcountSchema.parse({
      enterpriseId,
      parkId: park.id,
      on: "2022-09-30",
      total: "3",
    });
    await expect(createHeadcount(system, people)).rejects.toMatchObject(told);
    const edited = updateEnterpriseSchema.parse({ id: gone.id, version: 2, nameEn: "Other" });
    await expect(updateEnterprise(system, edited)).rejects.toMatchObject(told);
    const closing = closeEnterpriseSchema.parse({ id: gone.id, version: 2, endedOn: "2022-12-31" });
    await expect(closeEnterprise(system, closing)).rejects.toMatchObject(told);
    const branch = createEnterpriseSchema.parse({ nameEn: "Branch", branchOfId: gone.id });
    await expect(createEnterprise(system, branch)).rejects.toMatchObject(told);
    await expect(merge(gone.id, (await makeFirm()).id)).rejects.toMatchObject(told);
    const on = fromCivil(toCivil("2022-01-01"));
    const direct: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.presence.create({ data: { enterpriseId, parkId: park.id, kind: "PRESENT", fromOn: on } }),
      (tx) => tx.enterpriseContact.create({ data: { enterpriseId, name: "Ann" } }),
      (tx) =>
        tx.enterpriseIdentifier.create({ data: { enterpriseId, type: "OTHER", value: "X1", country: "CN" } }),
      (tx) => tx.userEnterprise.create({ data: { enterpriseId, userId: user.userId ?? "" } }),
      (tx) => tx.project.update({ where: { id: project.id }, data: { leadId: gone.id } }),
    ];
    for (const write of direct) {
      await expect(openChangeSet(system, { verb: "enterprises.update" }, write)).rejects.toMatchObject(told);
    }
  });

  it("leads to the kept one by its former name and number, and says who merged it", async () => {
    const kept = await makeFirm({ nameEn: "Kept Ltd" });
    const gone = await createEnterprise(
      system,
      createEnterpriseSchema.parse({
        nameEn: "Starfish Optics Ltd",
        identifiers: [{ type: "OTHER", value: "ZZ998877", country: "CN" }],
      }),
    );
    const officer = await makeViewer("OFFICER");
    const { changeSetId } = await merge(kept.id, gone.id, officer);
    for (const typed of ["starfish", "ZZ998877"]) {
      expect((await searchRecords(system, typed, 5)).map(({ id }) => id)).toEqual([kept.id]);
      const params = enterpriseListSchema.parse({ query: typed });
      expect((await listEnterprises(system, params, toCivil("2022-06-01"))).rows.map(({ id }) => id)).toEqual(
        [kept.id],
      );
    }
    expect(await getMergeMark(system, gone.id)).toMatchObject({ changeSetId, by: officer.name });
    expect(await getMergeMark(system, kept.id)).toBeNull();
  });

  it("points straight at the last of a chain, and each merge is undone in its turn", async () => {
    const [last, middle] = await two();
    const first = await makeFirm();
    const earlier = await merge(middle.id, first.id);
    const input = { id: last.id, version: 1, goesId: middle.id, goesVersion: 2 };
    const later = await mergeEnterprises(system, mergeEnterprisesSchema.parse(input));
    const pointsTo = async () =>
      (await db.enterprise.findUniqueOrThrow({ where: { id: first.id } })).mergedIntoId;
    expect(await pointsTo()).toBe(last.id);
    await expect(undoChangeSet(system, { id: earlier.changeSetId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await undoChangeSet(system, { id: later.changeSetId });
    expect(await pointsTo()).toBe(middle.id);
  });

  it("stays merged where the kept one was touched since, and the refusal names it", async () => {
    const [kept, gone] = await two();
    const done = await merge(kept.id, gone.id);
    const edit = { id: kept.id, version: done.version, nameEn: "Kept Ltd", website: "kept.example" };
    await updateEnterprise(system, updateEnterpriseSchema.parse(edit));
    const refused = undoChangeSet(system, { id: done.changeSetId });
    await expect(refused).rejects.toMatchObject({
      message: "change-sets.errors.standsSince?names=Kept+Ltd",
    });
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: gone.id } })).mergedIntoId).toBe(kept.id);
  });

  it("is in reach of those who reach the kept one, and of no other", async () => {
    const [park, other] = [await makePark(), await makePark()];
    const [kept, gone] = await two();
    const unit = await makeUnit(park);
    await createLease(system, leaseInput({ enterpriseId: kept.id, units: [unit.id] }));
    await merge(kept.id, gone.id);
    const mine = await makeViewer("OFFICER", { parkIds: [park.id] });
    const theirs = await makeViewer("OFFICER", { parkIds: [other.id] });
    const own = await makeViewer("ENTERPRISE", { enterpriseIds: [kept.id] });
    for (const viewer of [mine, own]) expect(await getMergeMark(viewer, gone.id)).not.toBeNull();
    expect(await getMergeMark(theirs, gone.id)).toBeNull();
  });
});

describe("several at once", () => {
  it("loses no lease that is signed while its firm is merged", async () => {
    const park = await makePark();
    for (let round = 0; round < 8; round += 1) {
      const [kept, gone] = [await makeFirm({ nameEn: unique("Kept ") }), await makeFirm()];
      const unit = await makeUnit(park);
      const input = leaseInput({ enterpriseId: gone.id, units: [unit.id] });
      const [lease, merged] = await Promise.allSettled([createLease(system, input), merge(kept.id, gone.id)]);
      expect(merged.status).toBe("fulfilled");
      const rows = await db.lease.findMany({ where: { lines: { some: { unitId: unit.id } } } });
      // Signed before the merge, it moved along; after it, it was refused in words. Never on the firm that went.
      expect(rows.map(({ enterpriseId }) => enterpriseId)).toEqual(
        lease.status === "fulfilled" ? [kept.id] : [],
      );
      if (lease.status === "rejected") {
        expect(lease.reason.message).toMatch(/^enterprises\.errors\.mergedInto/);
      }
    }
  });

  it("lets one of many mergers through, whichever way round", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await makeFirm(), await makeFirm()];
      const ways = [
        [a.id, b.id],
        [b.id, a.id],
        [a.id, b.id],
        [b.id, a.id],
      ] as const;
      const results = await Promise.allSettled(ways.map(([id, goesId]) => merge(id, goesId)));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of results) {
        if (result.status === "rejected")
          expect(result.reason.message).toMatch(/^enterprises\.errors\.mergedInto/);
      }
      expect(await db.enterprise.count({ where: { id: { in: [a.id, b.id] }, mergedIntoId: null } })).toBe(1);
    }
  });
});

describe("the plan of a merge", () => {
  it("counts what moves and names what both declared for one day", async () => {
    const [kept, gone] = await two();
    const park = await makePark();
    const unit = await makeUnit(park);
    await createLease(system, leaseInput({ enterpriseId: gone.id, units: [unit.id] }));
    for (const [enterpriseId, total] of [
      [kept.id, "10"],
      [gone.id, "12"],
    ] as const) {
      const people = { enterpriseId, parkId: park.id, on: "2022-09-30", total };
      await createHeadcount(system, createHeadcountSchema.parse(people));
    }
    expect(await getMergePlan(system, kept.id, gone.id)).toMatchObject({
      moved: { leases: 1, headcounts: 0, projects: 0, users: 0 },
      clashes: [{ park: park.code, on: "2022-09-30", stays: 10, goes: 12 }],
    });
    const stranger = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    expect(await getMergePlan(stranger, kept.id, gone.id)).toBeNull();
    expect(await getMergePlan(system, kept.id, kept.id)).toBeNull();
  });
});
