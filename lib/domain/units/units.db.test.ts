import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { createLease } from "../leases/service";
import { getUnit } from "./queries";
import { listUnits } from "./queries-list";
import { closeUnitSchema, createUnitSchema, unitListSchema, updateUnitSchema } from "./schema";
import { closeUnit, createUnit, updateUnit } from "./service";

beforeEach(resetDatabase);

type Park = Awaited<ReturnType<typeof makePark>>;
const create = (park: Park, fields: Record<string, unknown>, viewer = system) =>
  createUnit(
    viewer,
    createUnitSchema.parse({
      buildingId: park.buildingId,
      floorId: park.floorId,
      code: "101",
      area: "100",
      validFrom: "2020-01-01",
      ...fields,
    }),
  );
const close = (id: string, validTo: string, viewer = system) =>
  closeUnit(viewer, closeUnitSchema.parse({ id, version: 1, validTo, reason: "Split" }));
const codes = async (day: string, filters = {}) =>
  (await listUnits(system, unitListSchema.parse(filters), toCivil(day))).rows.map(({ code, area }) => [
    code,
    area,
  ]);

describe("a unit that is measured anew on a day", () => {
  it("is closed and succeeded: each day sees its own, and the code is free from that day on", async () => {
    const park = await makePark();
    const { id } = await create(park, {});
    await expect(create(park, { validFrom: "2022-07-01", area: "98.5" })).rejects.toMatchObject({
      fieldErrors: { code: "units.errors.codeTaken" },
    });
    await close(id, "2022-07-01");
    await create(park, { validFrom: "2022-07-01", area: "98.5" });
    expect(await codes("2022-06-30")).toEqual([["101", "100.00"]]);
    expect(await codes("2022-07-01")).toEqual([["101", "98.50"]]);
    expect(await codes("2019-12-31")).toEqual([]);
  });

  it("does not close while it is let then: the refusal names the lease and its last day", async () => {
    const park = await makePark();
    const { id } = await create(park, {});
    const firm = await makeFirm();
    await createLease(system, leaseInput({ enterpriseId: firm.id, units: [id], leaseNo: "L-7" }));
    // The lease's last day is 31 December; the unit's may be no earlier.
    const let_ = { fieldErrors: { validTo: "units.errors.stillLet?lease=L-7&to=2022-12-31" } };
    await expect(close(id, "2022-12-31")).rejects.toMatchObject(let_);
    await expect(close(id, "2023-01-01")).resolves.toMatchObject({ version: 2 });
  });

  it("cannot end before it began", async () => {
    const { id } = await create(await makePark(), {});
    await expect(close(id, "2020-01-01")).rejects.toMatchObject({
      fieldErrors: { validTo: "units.errors.validPeriod" },
    });
  });
});

describe("a correction", () => {
  const correct = (id: string, floorId: string, fields: Record<string, unknown>) =>
    updateUnit(
      system,
      updateUnitSchema.parse({
        id,
        version: 1,
        floorId,
        code: "101",
        area: "100",
        validFrom: "2020-01-01",
        ...fields,
      }),
    );

  it("that moves older figures asks why, and keeps the reason; another does not", async () => {
    const park = await makePark();
    const { id } = await create(park, {});
    const asked = { fieldErrors: { reason: "units.errors.reasonNeeded" } };
    for (const fields of [{ area: "99" }, { availability: "COMMON" }, { validFrom: "2021-01-01" }]) {
      await expect(correct(id, park.floorId, fields)).rejects.toMatchObject(asked);
    }
    const { changeSetId } = await correct(id, park.floorId, { area: "99", reason: "Typed wrongly" });
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
      reason: "Typed wrongly",
    });
    const other = await create(park, { code: "102" });
    await expect(correct(other.id, park.floorId, { code: "102A", use: "LAB" })).resolves.toBeTruthy();
  });

  it("stays in its building", async () => {
    const [park, other] = [await makePark(), await makePark()];
    const { id } = await create(park, {});
    await expect(create(park, { code: "102", floorId: other.floorId })).rejects.toMatchObject({
      fieldErrors: { floorId: "units.errors.otherBuilding" },
    });
    await expect(correct(id, other.floorId, {})).rejects.toBeTruthy();
    expect(await db.unit.findUniqueOrThrow({ where: { id } })).toMatchObject({
      floorId: park.floorId,
      version: 1,
    });
  });
});

it("is vacant or let on a day, by the lines in force then", async () => {
  const park = await makePark();
  const let_ = await create(park, {});
  await create(park, { code: "102" });
  const firm = await makeFirm();
  await createLease(system, leaseInput({ enterpriseId: firm.id, units: [let_.id] }));
  expect(await codes("2022-06-01", { status: "LET" })).toEqual([["101", "100.00"]]);
  expect(await codes("2022-06-01", { status: "VACANT" })).toEqual([["102", "100.00"]]);
  expect(await codes("2023-01-01", { status: "LET" })).toEqual([]);
});

it("of another park is as missing to a limited officer", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  const { id } = await makeUnit(theirs);
  await expect(close(id, "2023-01-01", officer)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(create(theirs, {}, officer)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(create(mine, {}, officer)).resolves.toMatchObject({ version: 1 });
  expect(await getUnit(officer, id)).toBeNull();
});
