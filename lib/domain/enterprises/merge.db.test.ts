import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeFirm,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { bytesOf, pdf } from "@/lib/testing/sample-files";
import { createAttachmentSchema } from "../attachments/schema";
import { createAttachment } from "../attachments/service";
import { undoChangeSet } from "../change-sets/service";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { createLease } from "../leases/service";
import { listEnterprises } from "./queries-list";
import { listTwins } from "./queries-twins";
import {
  closeEnterpriseSchema,
  createEnterpriseSchema,
  enterpriseListSchema,
  mergeEnterprisesSchema,
} from "./schema";
import { closeEnterprise, createEnterprise } from "./service";
import { mergeEnterprises } from "./service-merge";

beforeEach(resetDatabase);

/** Every recorded table and the search's own, as the database writes them, without versions: those only grow. */
async function world(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT event_object_table::text AS name FROM information_schema.triggers
    WHERE trigger_name = 'record_insert' UNION SELECT 'search_terms' ORDER BY 1`;
  const all: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ rows: string | null }[]>(
      `SELECT string_agg((to_jsonb(t) - 'version')::text, E'\n' ORDER BY to_jsonb(t)::text) AS rows FROM ${name} t`,
    );
    all.push(`${name}: ${(row?.rows ?? "").split("\n").sort().join("\n")}`);
  }
  return all.join("\n");
}

const pair = (id: string, goesId: string, more: object = {}) =>
  mergeEnterprisesSchema.parse({ id, version: 1, goesId, goesVersion: 1, ...more });

/** One firm twice in one park: each with a lease, people, a presence, a number, a contact; a branch, a project, users. */
async function enteredTwice() {
  const park = await makePark();
  const firm = (nameEn: string, value: string, fromOn: string, toOn: string | null, more: object) =>
    createEnterprise(
      system,
      createEnterpriseSchema.parse({
        nameEn,
        identifiers: [{ type: "OTHER", value, country: "CN" }],
        contacts: [{ name: value, primary: true }],
        presences: [{ parkId: park.id, kind: "PRESENT", fromOn, toOn }],
        ...more,
      }),
    );
  const stays = await firm("Lion Ltd", "A-1", "2022-01-01", "2022-06-30", {});
  const goes = await firm("Lyon Ltd", "B-2", "2022-05-01", null, { website: "https://lion.example" });
  for (const { id } of [stays, goes]) {
    const unit = await makeUnit(park);
    await createLease(system, leaseInput({ enterpriseId: id, units: [unit.id] }));
  }
  const people = (enterpriseId: string, on: string, total: string) =>
    createHeadcount(system, createHeadcountSchema.parse({ enterpriseId, parkId: park.id, on, total }));
  await people(stays.id, "2022-06-30", "10");
  await people(goes.id, "2022-06-30", "12");
  await people(goes.id, "2022-09-30", "15");
  const project = await makeProject({ leadId: goes.id });
  const branch = await createEnterprise(
    system,
    createEnterpriseSchema.parse({ nameEn: "Lyon Branch", branchOfId: goes.id }),
  );
  const user = await makeViewer("ENTERPRISE", { enterpriseIds: [goes.id] });
  const both = await makeViewer("ENTERPRISE", { enterpriseIds: [stays.id, goes.id] });
  await attach(goes.id);
  return { park, stays, goes, project, branch, user, both };
}

function attach(ownerId: string) {
  const file = { owner: "enterprises", ownerId, fileName: "licence.pdf", kind: "LICENCE" };
  return createAttachment(system, createAttachmentSchema.parse(file), bytesOf(pdf()));
}

describe("merging a firm entered twice", () => {
  it("moves all that one has to the other, under one change set, and keeps old names and numbers as former", async () => {
    const { stays, goes, project, branch, user, both } = await enteredTwice();
    const area = () =>
      db.leaseLine.aggregate({ _sum: { area: true }, where: { inForceFrom: { not: null } } });
    const before = await area();
    const done = await mergeEnterprises(system, pair(stays.id, goes.id));
    expect(done.moved).toEqual({
      leases: 1,
      projects: 1,
      branches: 1,
      headcounts: { moved: 1, dropped: 1 },
      employees: { moved: 0, dropped: 0 },
      presences: 1,
      identifiers: 1,
      contacts: 1,
      users: 1,
      returns: 0,
      qualifications: 0,
      changeRequests: 0,
      attachments: 1,
    });
    const firm = await db.enterprise.findUniqueOrThrow({
      where: { id: stays.id },
      include: {
        identifiers: true,
        contacts: true,
        presences: true,
        leases: true,
        headcounts: true,
        attachments: true,
      },
    });
    expect(firm).toMatchObject({
      nameEn: "Lion Ltd",
      formerNames: ["Lyon Ltd"],
      website: "https://lion.example",
    });
    expect(firm.search).toContain("lyon");
    expect(firm.identifiers.map(({ value, former }) => [value, former]).sort()).toEqual(
      [
        ["A-1", false],
        ["B-2", true],
      ].map(([value, former]) => [String(value).replace("-", ""), former]),
    );
    expect(firm.contacts.filter(({ primary }) => primary).map(({ name }) => name)).toEqual(["A-1"]);
    // 1 Jan – 30 Jun and 1 May – open overlap: one span, from 1 January on.
    expect(firm.presences.map(({ fromOn, toOn }) => [fromOn.toISOString().slice(0, 10), toOn])).toEqual([
      ["2022-01-01", null],
    ]);
    expect(firm.leases).toHaveLength(2);
    expect(firm.attachments.map(({ fileName }) => fileName)).toEqual(["licence.pdf"]);
    expect(firm.headcounts.map(({ total }) => total).sort()).toEqual([10, 15]);
    expect(await area()).toEqual(before);
    expect((await db.project.findUniqueOrThrow({ where: { id: project.id } })).leadId).toBe(stays.id);
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: branch.id } })).branchOfId).toBe(stays.id);
    const acting = await db.userEnterprise.findMany({
      where: { userId: { in: [user.userId ?? "", both.userId ?? ""] } },
    });
    expect(acting.map(({ enterpriseId }) => enterpriseId)).toEqual([stays.id, stays.id]);
    const left = await db.enterprise.findUniqueOrThrow({ where: { id: goes.id } });
    expect(left).toMatchObject({ mergedIntoId: stays.id, nameEn: "Lyon Ltd", search: "" });
    const list = await listEnterprises(system, enterpriseListSchema.parse({}), "2022-09-30" as never);
    expect(list.rows.map(({ id }) => id)).not.toContain(goes.id);
    // Who types the name or number of the one that went is asked about the one that stays.
    const twins = (typed: object) =>
      listTwins(system, { nameZh: null, nameEn: null, identifier: null, ...typed });
    const asked = [{ id: stays.id, certain: false }];
    expect(await twins({ nameEn: "Lyon Ltd" })).toMatchObject(asked);
    expect(await twins({ identifier: "B2" })).toMatchObject(asked);
    expect(await twins({ identifier: "A1" })).toMatchObject([{ id: stays.id, certain: true }]);
    await expect(attach(goes.id)).rejects.toMatchObject({
      message: "enterprises.errors.mergedInto?firm=Lion+Ltd",
    });
  });

  it("is undone to the world before, in every table", async () => {
    const { stays, goes } = await enteredTwice();
    const before = await world();
    const done = await mergeEnterprises(system, pair(stays.id, goes.id, { take: ["nameEn"] }));
    expect(await world()).not.toBe(before);
    await undoChangeSet(system, { id: done.changeSetId });
    expect(await world()).toBe(before);
  });

  it("counts as a touch of what it moved: neither an upload nor a count made before is taken back from under it", async () => {
    const park = await makePark();
    const [stays, goes] = [await makeFirm({ nameEn: "Lion Ltd" }), await makeFirm({ nameEn: "Lyon Ltd" })];
    await attach(goes.id);
    const counted = { enterpriseId: goes.id, parkId: park.id, on: "2022-06-30", total: "12" };
    await createHeadcount(system, createHeadcountSchema.parse(counted));
    const made = await db.changeSet.findMany({
      where: { verb: { in: ["attachments.create", "headcounts.create"] } },
      select: { id: true },
    });
    expect(made).toHaveLength(2);
    await mergeEnterprises(system, pair(stays.id, goes.id));
    const before = await world();
    for (const { id } of made) {
      await expect(undoChangeSet(system, { id })).rejects.toMatchObject({
        message: expect.stringMatching(/^change-sets\.errors\.standsSince/),
      });
    }
    expect(await world()).toBe(before);
  });

  it("is done once by two at once, either way round", async () => {
    const { stays, goes } = await enteredTwice();
    const results = await Promise.allSettled([
      mergeEnterprises(system, pair(stays.id, goes.id)),
      mergeEnterprises(system, pair(goes.id, stays.id)),
    ]);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.message).toMatch(/^enterprises\.errors\.mergedInto\?firm=L(i|y)on\+Ltd$/);
  });

  it("refuses a stale version, a branch, a firm that is gone, and what is out of reach", async () => {
    const { park, stays, goes, branch } = await enteredTwice();
    await expect(mergeEnterprises(system, pair(stays.id, goes.id, { goesVersion: 9 }))).rejects.toMatchObject(
      {
        message: "errors.stale",
      },
    );
    await expect(mergeEnterprises(system, pair(goes.id, branch.id))).rejects.toMatchObject({
      message: "enterprises.errors.mergeBranch",
    });
    const gone = await makeFirm();
    await closeEnterprise(
      system,
      closeEnterpriseSchema.parse({ ...gone, version: 1, endedOn: "2022-12-31" }),
    );
    await expect(mergeEnterprises(system, pair(stays.id, gone.id))).rejects.toMatchObject({
      message: "enterprises.errors.mergeEnded",
    });
    const elsewhere = await makePark();
    const unit = await makeUnit(elsewhere);
    await createLease(system, leaseInput({ enterpriseId: goes.id, units: [unit.id] }));
    const limited = await makeViewer("OFFICER", { parkIds: [park.id] });
    await expect(mergeEnterprises(limited, pair(stays.id, goes.id))).rejects.toMatchObject({
      message: "enterprises.errors.mergeBeyondReach",
    });
    const stranger = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    await expect(mergeEnterprises(stranger, pair(stays.id, goes.id))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(mergeEnterprisesSchema.safeParse({ ...pair(stays.id, goes.id), goesId: stays.id }).success).toBe(
      false,
    );
    await expect(
      mergeEnterprises(await makeViewer("MANAGER"), pair(stays.id, goes.id)),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
