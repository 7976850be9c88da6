import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { createLease } from "../leases/service";
import { listHeadcounts } from "./queries";
import { createHeadcountSchema, headcountListSchema, updateHeadcountSchema } from "./schema";
import { createHeadcount, deleteHeadcount, updateHeadcount } from "./service";

beforeEach(resetDatabase);

const declare = (
  place: { enterpriseId: string; parkId: string },
  fields: Record<string, unknown> = {},
  viewer = system,
) =>
  createHeadcount(
    viewer,
    createHeadcountSchema.parse({ ...place, on: "2022-09-30", total: "12", ...fields }),
  );

async function makePlace() {
  const [firm, park] = [await makeFirm(), await makePark()];
  return { enterpriseId: firm.id, parkId: park.id };
}

describe("a declaration", () => {
  it("is one a day, a firm and a park", async () => {
    const place = await makePlace();
    await declare(place);
    await expect(declare(place)).rejects.toMatchObject({ fieldErrors: { on: "headcounts.errors.dayTaken" } });
    await expect(declare(place, { on: "2022-12-31" })).resolves.toMatchObject({ version: 1 });
  });

  it("counts from its day on", async () => {
    const place = await makePlace();
    await declare(place);
    const on = async (day: string) =>
      (await listHeadcounts(system, headcountListSchema.parse({}), toCivil(day))).total;
    expect([await on("2022-09-29"), await on("2022-09-30")]).toEqual([0, 1]);
  });

  it("has parts that fit its total: those of one group may leave some open, not exceed it", () => {
    const ids = { enterpriseId: crypto.randomUUID(), parkId: crypto.randomUUID() };
    const problem = (parts: Record<string, string>) =>
      createHeadcountSchema
        .safeParse({ ...ids, on: "2022-09-30", total: "12", ...parts })
        .error?.issues.map(({ path, message }) => [path[0], message]);
    // 9 + 3 = 12, and 7 of 12 with a degree
    expect(problem({ own: "9", dispatched: "3", other: "0", degree: "7" })).toBeUndefined();
    expect(problem({ own: "9" })).toBeUndefined();
    // 8 + 3 + 0 = 11, all three given, is not 12
    expect(problem({ own: "8", dispatched: "3", other: "0" })).toEqual([
      ["own", "headcounts.errors.partsFit?sum=11&total=12"],
    ]);
    // 10 + 3 = 13 > 12
    expect(problem({ local: "10", foreign: "3" })).toEqual([
      ["local", "headcounts.errors.partsFit?sum=13&total=12"],
    ]);
  });

  it("that breaks its sum is refused by the database too", async () => {
    const place = await makePlace();
    const input = createHeadcountSchema.parse({ ...place, on: "2022-09-30", total: "12" });
    await expect(createHeadcount(system, { ...input, rAndD: 13 })).rejects.toMatchObject({
      fieldErrors: { total: "headcounts.errors.partsFit" },
    });
  });
});

describe("correcting and taking back", () => {
  it("leaves both in the history", async () => {
    const { id } = await declare(await makePlace());
    await updateHeadcount(
      system,
      updateHeadcountSchema.parse({ id, version: 1, on: "2022-09-30", total: "15" }),
    );
    await deleteHeadcount(system, { id, version: 2, reason: "Entered for the wrong firm" });
    const changes = await db.change.findMany({ where: { rowId: id }, orderBy: { id: "asc" } });
    expect(changes.map(({ op, after }) => [op, (after as { total?: number } | null)?.total])).toEqual([
      ["I", 12],
      ["U", 15],
      ["D", undefined],
    ]);
  });

  it("does not take back what somebody corrected meanwhile, and says who", async () => {
    const { id } = await declare(await makePlace());
    const officer = await makeViewer("OFFICER");
    await updateHeadcount(
      officer,
      updateHeadcountSchema.parse({ id, version: 1, on: "2022-09-30", total: "15" }),
    );
    await expect(deleteHeadcount(system, { id, version: 1, reason: null })).rejects.toMatchObject({
      code: "STALE",
      stale: { version: 2, by: officer.name, theirs: { total: "15" } },
    });
    expect(await db.headcount.count()).toBe(1);
  });
});

it("an officer limited to parks declares for them alone, and for firms within reach", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const [firm, foreign] = [await makeFirm(), await makeFirm()];
  const unit = await makeUnit(theirs);
  await createLease(system, leaseInput({ enterpriseId: foreign.id, units: [unit.id] }));
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  const missing = { code: "NOT_FOUND" };
  await expect(declare({ enterpriseId: firm.id, parkId: theirs.id }, {}, officer)).rejects.toMatchObject(
    missing,
  );
  await expect(declare({ enterpriseId: foreign.id, parkId: mine.id }, {}, officer)).rejects.toMatchObject(
    missing,
  );
  await declare({ enterpriseId: firm.id, parkId: mine.id }, {}, officer);
  const { id } = await declare({ enterpriseId: foreign.id, parkId: theirs.id });
  await expect(deleteHeadcount(officer, { id, version: 1, reason: null })).rejects.toMatchObject(missing);
  expect((await listHeadcounts(officer, headcountListSchema.parse({}), toCivil("2022-12-31"))).total).toBe(1);
});
