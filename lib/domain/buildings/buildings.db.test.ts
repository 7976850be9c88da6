import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { closeUnit } from "../units/service";
import { getBuilding } from "./queries";
import { closeBuildingSchema, createBuildingSchema, updateBuildingSchema } from "./schema";
import { closeBuilding, createBuilding, updateBuilding } from "./service";

beforeEach(resetDatabase);

type Floor = { id?: string | null; label: string; position: string };
const floor = (label: string, position: string, id?: string): Floor => ({ label, position, id });
const create = (parkId: string, fields: Record<string, unknown>) =>
  createBuilding(
    system,
    createBuildingSchema.parse({ parkId, code: "B", nameEn: "Tower B", floors: [], ...fields }),
  );
const update = (id: string, floors: Floor[], version = 1) =>
  updateBuilding(system, updateBuildingSchema.parse({ id, version, code: "A", nameEn: "Tower A", floors }));
const close = (id: string, closedOn: string) =>
  closeBuilding(system, closeBuildingSchema.parse({ id, version: 1, closedOn }));

describe("floors", () => {
  it("stand from the lowest up, whatever they are called", async () => {
    const { id: parkId } = await makePark();
    const floors = [floor("1", "1"), floor("B1", "-1"), floor("2M", "1.5"), floor("2", "2")];
    const { id } = await create(parkId, { floors });
    const building = await getBuilding(system, id);
    expect(building?.floors.map(({ label }) => label)).toEqual(["B1", "1", "2M", "2"]);
  });

  it("keep their identity, and with it their units, when they are renamed", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    const [one, two] = await db.floor.findMany({ orderBy: { position: "asc" } });
    await update(park.buildingId, [floor("G", "0", one?.id), floor("2", "2", two?.id), floor("3", "3")]);
    const stands = await db.unit.findUniqueOrThrow({
      where: { id: unit.id },
      select: { floor: { select: { id: true, label: true } } },
    });
    expect(stands.floor).toEqual({ id: one?.id, label: "G" });
    expect(await db.floor.count()).toBe(3);
  });

  it("on which a unit stands cannot be taken away; the refusal names it and nothing is written", async () => {
    const park = await makePark();
    await makeUnit(park);
    const [, two] = await db.floor.findMany({ orderBy: { position: "asc" } });
    await expect(update(park.buildingId, [floor("2", "2", two?.id)])).rejects.toMatchObject({
      code: "CONFLICT",
      fieldErrors: { floors: "buildings.errors.floorUsed?floor=1" },
    });
    expect(await db.building.findUniqueOrThrow({ where: { id: park.buildingId } })).toMatchObject({
      version: 1,
    });
  });

  it("of one label or of one height are refused", async () => {
    const { id: parkId } = await makePark();
    const twice = { fieldErrors: { floors: "buildings.errors.floorTwice" } };
    const create2 = (floors: Floor[]) => create(parkId, { floors });
    await expect(create2([floor("1", "1"), floor("1", "2")])).rejects.toMatchObject(twice);
    await expect(create2([floor("1", "1"), floor("2", "1")])).rejects.toMatchObject(twice);
  });

  it("of another building are left alone, even if an editor names them", async () => {
    const [mine, other] = [await makePark(), await makePark()];
    const foreign = await db.floor.findFirstOrThrow({ where: { buildingId: other.buildingId } });
    await update(mine.buildingId, [floor("Stolen", "9", foreign.id)]);
    expect(await db.floor.findUniqueOrThrow({ where: { id: foreign.id } })).toMatchObject({
      label: foreign.label,
    });
  });
});

describe("closing", () => {
  it("waits for the units: each must have ended by the day", async () => {
    const park = await makePark();
    const { id } = await makeUnit(park);
    const open = { code: "CONFLICT", message: "buildings.errors.unitsOpen?count=1" };
    await expect(close(park.buildingId, "2022-12-31")).rejects.toMatchObject(open);
    // A unit that ends on 1 March has its last day on 28 February.
    await closeUnit(system, { id, version: 1, validTo: toCivil("2023-03-01"), reason: "Rebuilt" });
    await expect(close(park.buildingId, "2022-12-31")).rejects.toMatchObject(open);
    await expect(close(park.buildingId, "2023-03-01")).resolves.toMatchObject({ version: 2 });
    expect(await getBuilding(system, park.buildingId)).toMatchObject({
      can: { close: false, addUnit: false },
    });
  });
});

it("has a code that is its own in its park, and free in another", async () => {
  const [mine, other] = [await makePark(), await makePark()];
  await expect(create(mine.id, { code: "A" })).rejects.toMatchObject({
    fieldErrors: { code: "buildings.errors.codeTaken" },
  });
  await create(mine.id, {});
  await expect(create(other.id, {})).resolves.toMatchObject({ version: 1 });
});

it("of another park is as missing to a limited officer", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  const input = closeBuildingSchema.parse({ id: theirs.buildingId, version: 1, closedOn: "2022-12-31" });
  await expect(closeBuilding(officer, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const own = createBuildingSchema.parse({ parkId: theirs.id, code: "C", nameEn: "C", floors: [] });
  await expect(createBuilding(officer, own)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await getBuilding(officer, theirs.buildingId)).toBeNull();
});
