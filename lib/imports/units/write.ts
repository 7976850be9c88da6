import "server-only";
import { findBuildingInScope } from "../../domain/buildings/queries";
import { createBuilding, updateBuilding } from "../../domain/buildings/service";
import type { Within } from "../../domain/in-change-set";
import { createPark } from "../../domain/parks/service";
import { createManyUnits, updateUnits } from "../../domain/units/service-bulk";
import type { Viewer } from "../../platform/auth/viewer";
import { groupBy } from "../group";
import type { Step } from "../types";
import type { NewFloor, UnitWrites } from "./types";

const CHUNK = 2_500;
type Ids = Map<string, string>;

/** Writes places from the largest down, then their units; what the plan knows by key gets its id on the way. */
export async function writeUnits(
  viewer: Viewer,
  writes: UnitWrites,
  within: Within,
  step: Step,
): Promise<void> {
  const ids: Ids = new Map();
  const idOf = (key: string) => ids.get(key) ?? key;
  for (const { key, ...park } of writes.parks) {
    const input = {
      ...park,
      operator: null,
      status: "OPEN" as const,
      openedOn: null,
      plannedInvestment: null,
    };
    ids.set(key, (await createPark(viewer, input, within)).id);
  }
  const floors = groupBy(writes.floors, ({ buildingKey }) => buildingKey);
  for (const { key, parkKey, ...building } of writes.buildings) {
    const own = floors.get(key) ?? [];
    const input = { ...building, parkId: idOf(parkKey), grossArea: null, floors: own.map(toFloorInput) };
    ids.set(key, (await createBuilding(viewer, input, within)).id);
  }
  for (const [buildingKey, own] of floors) await placeFloors(viewer, idOf(buildingKey), own, ids, within);
  for (let at = 0; at < writes.creates.length; at += CHUNK) {
    const some = writes.creates.slice(at, at + CHUNK).map(({ buildingKey, floorKey, ...unit }) => ({
      ...unit,
      buildingId: idOf(buildingKey),
      floorId: idOf(floorKey),
    }));
    await createManyUnits(viewer, some, within);
    await step(some.length);
  }
  const updates = writes.updates.map(({ floorKey, ...unit }) => ({ ...unit, floorId: idOf(floorKey) }));
  if (updates.length > 0) await updateUnits(viewer, updates, within);
  await step(updates.length);
}

/** Adds the floors that a building lacks, and learns the ids of those that the file names. */
async function placeFloors(viewer: Viewer, buildingId: string, own: NewFloor[], ids: Ids, within: Within) {
  const building = await findBuildingInScope(within.tx, viewer, buildingId);
  const missing = own.filter(({ label }) => !building.floors.some((floor) => floor.label === label));
  if (missing.length > 0) {
    const { id, version, code, nameZh, nameEn } = building;
    const grossArea = building.grossArea?.toFixed(2) ?? null;
    const standing = building.floors.map((floor) => ({ ...floor, position: floor.position.toString() }));
    const floors = [...standing, ...missing.map(toFloorInput)];
    await updateBuilding(viewer, { id, version, code, nameZh, nameEn, grossArea, floors }, within);
  }
  const after = await findBuildingInScope(within.tx, viewer, buildingId);
  for (const { key, label } of own) {
    const floor = after.floors.find((one) => one.label === label);
    if (floor) ids.set(key, floor.id);
  }
}

function toFloorInput({ label, position }: NewFloor) {
  return { label, position: String(position) };
}
