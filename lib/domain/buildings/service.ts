import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { conflict } from "@/lib/platform/errors/app-error";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { inChangeSet, type Within } from "../in-change-set";
import { findParkInScope } from "../parks/queries";
import { findBuildingInScope } from "./queries";
import type { CloseBuildingInput, CreateBuildingInput, UpdateBuildingInput } from "./schema";

export async function createBuilding(viewer: Viewer, input: CreateBuildingInput, within?: Within) {
  return inChangeSet(
    viewer,
    "buildings.create",
    null,
    async (tx) => {
      const { floors, ...building } = input;
      await findParkInScope(tx, viewer, input.parkId);
      const row = await tx.building.create({
        data: { ...building, ...toSortKeys(building.nameZh, building.nameEn) },
        select: { id: true, version: true },
      });
      await tx.floor.createMany({
        data: floors.map(({ label, position }) => ({ label, position, buildingId: row.id })),
      });
      return row;
    },
    within,
  );
}

export async function updateBuilding(
  viewer: Viewer,
  { id, version, floors, ...input }: UpdateBuildingInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "buildings.update",
    null,
    async (tx) => {
      const building = await findBuildingInScope(tx, viewer, id);
      const updated = await updateVersion(
        tx,
        tx.building,
        { id, version },
        {
          ...input,
          ...toSortKeys(input.nameZh, input.nameEn),
        },
      );
      await writeFloors(tx, id, building.floors, floors);
      return updated;
    },
    within,
  );
}

/** Ends a building on a day. Its units are closed on their own, by that day. */
export async function closeBuilding(viewer: Viewer, input: CloseBuildingInput) {
  return inChangeSet(viewer, "buildings.close", input.reason, async (tx) => {
    await findBuildingInScope(tx, viewer, input.id);
    const closedOn = input.closedOn ? fromCivil(toCivil(input.closedOn)) : null;
    const later = closedOn ? [{ validTo: { gt: closedOn } }] : [];
    const open = await tx.unit.count({
      where: { buildingId: input.id, OR: [{ validTo: null }, ...later] },
    });
    if (open > 0) throw conflict(`buildings.errors.unitsOpen?count=${open}`);
    return updateVersion(tx, tx.building, input, { closedOn });
  });
}

type Floors = CreateBuildingInput["floors"];

/** Floors keep their identity by id; one that units stand on stays. */
async function writeFloors(tx: Tx, buildingId: string, old: { id: string; label: string }[], floors: Floors) {
  const kept = new Set(floors.map((floor) => floor.id));
  const gone = old.filter((floor) => !kept.has(floor.id));
  const used = await tx.unit.findFirst({
    where: { floorId: { in: gone.map((floor) => floor.id) } },
    select: { floor: { select: { label: true } } },
  });
  if (used)
    throw conflict("buildings.errors.floorUsed", {
      floors: `buildings.errors.floorUsed?floor=${used.floor.label}`,
    });
  await tx.floor.deleteMany({ where: { id: { in: gone.map((floor) => floor.id) }, buildingId } });
  for (const { id, label, position } of floors) {
    if (id) await tx.floor.updateMany({ where: { id, buildingId }, data: { label, position } });
    else await tx.floor.create({ data: { buildingId, label, position } });
  }
}
