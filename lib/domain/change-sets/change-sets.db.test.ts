import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeFirm,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { createEnterpriseSchema } from "../enterprises/schema";
import { createEnterprise, updateEnterprise } from "../enterprises/service";
import { inChangeSet } from "../in-change-set";
import { terminateLeaseSchema } from "../leases/schema";
import { createLease } from "../leases/service";
import { terminateLease } from "../leases/service-verbs";
import { createMilestoneSchema, updateMilestoneSchema } from "../milestones/schema";
import { createMilestone, updateMilestone } from "../milestones/service";
import { splitUnitSchema } from "../units/schema";
import { splitUnit } from "../units/service-changes";
import { listChangeSets } from "./queries";
import { changeSetListSchema } from "./schema";
import { undoChangeSet } from "./service";

beforeEach(resetDatabase);

const firmInput = (nameEn: string) => createEnterpriseSchema.parse({ nameEn });
/** All there is of some tables, as the database writes it, without versions: those only grow. */
async function world(): Promise<string> {
  const [row] = await db.$queryRaw<{ all: string }[]>`
    SELECT string_agg(line, E'\n' ORDER BY line) AS all FROM (
      SELECT (to_jsonb(e) - 'version')::text AS line FROM enterprises e
      UNION ALL SELECT (to_jsonb(i) - 'version')::text FROM enterprise_identifiers i
      UNION ALL SELECT (to_jsonb(p) - 'version')::text FROM presences p
      UNION ALL SELECT (to_jsonb(l) - 'version')::text FROM leases l
      UNION ALL SELECT (to_jsonb(n) - 'version')::text FROM lease_lines n
      UNION ALL SELECT t::text FROM search_terms t) lines`;
  return row?.all ?? "";
}

describe("undo", () => {
  it("takes back what was made, once; and undoing that brings it back as it was", async () => {
    const unit = await makeUnit(await makePark());
    const firm = await makeFirm();
    const before = await world();
    const lease = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const made = await world();
    const undoing = await undoChangeSet(system, { id: lease.changeSetId });
    expect(undoing).toMatchObject({ undone: 1, kept: 0, names: [] });
    expect(await world()).toBe(before);
    await expect(undoChangeSet(system, { id: lease.changeSetId })).rejects.toMatchObject({
      message: "change-sets.errors.undoneAlready",
    });
    await undoChangeSet(system, { id: undoing.changeSetId });
    expect(await world()).toBe(made);
  });

  it("brings a row back that was deleted before its table got another column", async () => {
    const unit = await makeUnit(await makePark());
    const firm = await makeFirm();
    const lease = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const undoing = await undoChangeSet(system, { id: lease.changeSetId });
    const owner = await ownerClient();
    await owner.query("ALTER TABLE leases ADD COLUMN later text NOT NULL DEFAULT 'usual'");
    try {
      await undoChangeSet(system, { id: undoing.changeSetId });
      const { rows } = await owner.query("SELECT id, later FROM leases");
      expect(rows).toEqual([{ id: lease.id, later: "usual" }]);
    } finally {
      await owner.query("ALTER TABLE leases DROP COLUMN later");
    }
  });

  it("puts a changed record back with all its parts, under a new version", async () => {
    const firm = await createEnterprise(
      system,
      createEnterpriseSchema.parse({
        nameEn: "Before Ltd",
        identifiers: [{ type: "OTHER", value: "A-1", country: "CN" }],
      }),
    );
    const before = await world();
    const changed = await updateEnterprise(system, {
      ...createEnterpriseSchema.parse({
        nameEn: "After Ltd",
        cluster: "SERVICES",
        formerNames: "Before Ltd",
      }),
      id: firm.id,
      version: 1,
    });
    await undoChangeSet(system, { id: changed.changeSetId });
    expect(await world()).toBe(before);
    const { version } = await db.enterprise.findUniqueOrThrow({ where: { id: firm.id } });
    expect(version).toBe(3);
  });

  it("leaves what was touched since, names it, and takes the rest", async () => {
    const two = await inChangeSet(system, "enterprises.create", null, async (tx) => {
      const within = { tx, changeSetId: "" };
      const [one, other] = [
        await createEnterprise(system, firmInput("Touched Ltd"), within),
        await createEnterprise(system, firmInput("Untouched Ltd"), within),
      ];
      return { one: one.id, other: other.id };
    });
    await updateEnterprise(system, { ...firmInput("Touched Since Ltd"), id: two.one, version: 1 });
    const result = await undoChangeSet(system, { id: two.changeSetId });
    expect(result).toMatchObject({ undone: 1, kept: 1, names: ["Touched Since Ltd"] });
    expect((await db.enterprise.findMany()).map(({ nameEn }) => nameEn)).toEqual(["Touched Since Ltd"]);
  });

  it("sees a milestone that was renamed since, though its first forecast is read under the milestone itself", async () => {
    const { id: projectId } = await makeProject();
    const titled = { titleEn: "Topping out", weight: "1" };
    const days = { baselineOn: "2022-06-30", forecastOn: "2022-07-31" };
    const made = await createMilestone(
      system,
      createMilestoneSchema.parse({ projectId, ...titled, ...days }),
    );
    const renamed = { id: made.id, version: 1, ...titled, titleEn: "Roof closed" };
    await updateMilestone(system, updateMilestoneSchema.parse(renamed));
    await expect(undoChangeSet(system, { id: made.changeSetId })).rejects.toMatchObject({
      message: expect.stringMatching(/^change-sets\.errors\.standsSince/),
    });
    expect(await db.milestone.findMany({ select: { titleEn: true } })).toEqual([{ titleEn: "Roof closed" }]);
  });

  it("leaves a firm that a lease needs, and says so instead of writing nothing under a header", async () => {
    const firm = await createEnterprise(system, firmInput("Needed Ltd"));
    const unit = await makeUnit(await makePark());
    await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const sets = await db.changeSet.count();
    await expect(undoChangeSet(system, { id: firm.changeSetId })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "change-sets.errors.standsSince?names=Needed+Ltd",
    });
    expect(await db.changeSet.count()).toBe(sets);
  });

  it("does not bring a lease back onto a unit that was let meanwhile", async () => {
    const unit = await makeUnit(await makePark());
    const [first, second] = [await makeFirm(), await makeFirm()];
    const lease = await createLease(
      system,
      leaseInput({ enterpriseId: first.id, units: [unit.id], leaseNo: "OLD-1" }),
    );
    const ended = await terminateLease(
      system,
      terminateLeaseSchema.parse({ id: lease.id, version: 1, terminatedOn: "2022-06-30", reason: "left" }),
    );
    await createLease(
      system,
      leaseInput({ enterpriseId: second.id, units: [unit.id], startsOn: "2022-07-01" }),
    );
    await expect(undoChangeSet(system, { id: ended.changeSetId })).rejects.toMatchObject({
      message: "change-sets.errors.standsSince?names=OLD-1",
    });
  });

  it("undoes a split whole: the unit, its lease's line and its lineage", async () => {
    const park = await makePark();
    const unit = await makeUnit(park, { area: "2000" });
    const firm = await makeFirm();
    const lease = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const units = async () =>
      JSON.stringify(await db.unit.findMany({ omit: { version: true }, orderBy: { id: "asc" } }));
    const before = [await world(), await units()];
    const parts = [
      { code: "P1", area: "1200", leaseIds: [lease.id] },
      { code: "P2", area: "800" },
    ];
    const split = await splitUnit(
      system,
      splitUnitSchema.parse({ id: unit.id, version: 1, on: "2022-07-01", parts }),
    );
    expect(await db.unit.count()).toBe(3);
    await undoChangeSet(system, { id: split.changeSetId });
    expect([await world(), await units()]).toEqual(before);
    expect(await db.unitSuccession.count()).toBe(0);
  });

  it("leaves a split that later work stands on as a whole", async () => {
    const unit = await makeUnit(await makePark(), { area: "2000" });
    const parts = [
      { code: "P1", area: "1200" },
      { code: "P2", area: "800" },
    ];
    const split = await splitUnit(
      system,
      splitUnitSchema.parse({ id: unit.id, version: 1, on: "2022-07-01", parts }),
    );
    const part = await db.unit.findFirstOrThrow({ where: { code: "P1" } });
    const firm = await makeFirm();
    await createLease(
      system,
      leaseInput({ enterpriseId: firm.id, units: [part.id], startsOn: "2022-08-01" }),
    );
    await expect(undoChangeSet(system, { id: split.changeSetId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await db.unit.count()).toBe(3);
  });

  it("is for what one may do oneself: one's own in one's parks, anybody's with all of them", async () => {
    const park = await makePark();
    const limited = await makeViewer("OFFICER", { parkIds: [park.id] });
    const [officer, manager, outsider] = [
      await makeViewer("OFFICER"),
      await makeViewer("MANAGER"),
      await makeViewer("VIEWER"),
    ];
    const theirs = await createEnterprise(officer, firmInput("Theirs"));
    for (const viewer of [limited, manager]) {
      await expect(undoChangeSet(viewer, { id: theirs.changeSetId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await expect(undoChangeSet(outsider, { id: theirs.changeSetId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const own = await createEnterprise(limited, firmInput("Own"));
    const list = await listChangeSets(limited, changeSetListSchema.parse({}));
    expect(list.rows.map(({ id, mayUndo, records }) => ({ id, mayUndo, records }))).toEqual([
      { id: own.changeSetId, mayUndo: true, records: 1 },
    ]);
    expect(await undoChangeSet(limited, { id: own.changeSetId })).toMatchObject({ undone: 1 });
    expect(await undoChangeSet(officer, { id: theirs.changeSetId })).toMatchObject({ undone: 1 });
    const user = await db.changeSet.findFirstOrThrow({ where: { verb: "users.create" } });
    await expect(undoChangeSet(system, { id: user.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
