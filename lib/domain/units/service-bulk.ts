import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { Prisma } from "@/lib/platform/db/generated/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { conflict, notFound } from "@/lib/platform/errors/app-error";
import { buildingScope } from "../buildings/scope";
import { inChangeSet, type Within } from "../in-change-set";
import { lockUnitsInScope } from "./queries-lock";
import type { CreateUnitInput, UpdateUnitInput } from "./schema";

/** Values of custom fields are given as they are kept, by the fields' ids. */
export type NewUnit = Omit<CreateUnitInput, "seats" | "validTo">;

/** Many units at once, as a file brings them; their buildings must be within reach, their floors of those. */
export async function createManyUnits(viewer: Viewer, inputs: NewUnit[], within?: Within) {
  return inChangeSet(
    viewer,
    "units.create",
    null,
    async (tx) => {
      const ids = [...new Set(inputs.map(({ buildingId }) => buildingId))];
      const buildings = await tx.building.findMany({
        where: { AND: [buildingScope(viewer), { id: { in: ids } }] },
        select: { id: true, parkId: true },
      });
      if (buildings.length < ids.length) throw notFound();
      const parks = new Map(buildings.map(({ id, parkId }) => [id, parkId]));
      const rows = inputs.map((unit) => ({
        id: newId(),
        park_id: parks.get(unit.buildingId),
        building_id: unit.buildingId,
        // A key of the database holds the floor to its building.
        floor_id: unit.floorId,
        code: unit.code,
        area: unit.area,
        use: unit.use,
        availability: unit.availability,
        shared: unit.shared,
        valid_from: unit.validFrom,
        custom: unit.custom ?? {},
      }));
      await insertRows(tx, "units", rows);
      return { count: inputs.length };
    },
    within,
  );
}

/** Corrects many units at once, as a file states them. @throws AppError CONFLICT where one was saved meanwhile */
export async function updateUnits(
  viewer: Viewer,
  inputs: Omit<UpdateUnitInput, "reason">[],
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "units.update",
    null,
    async (tx) => {
      await lockUnitsInScope(
        tx,
        viewer,
        inputs.map(({ id }) => id),
      );
      const updated = await tx.$executeRaw(Prisma.sql`
        UPDATE units u SET floor_id = r."floorId", code = r.code, area = r.area, use = r.use::unit_use,
          availability = r.availability::availability, shared = r.shared, seats = r.seats,
          valid_from = r."validFrom", custom = u.custom || coalesce(r.custom, '{}'), version = u.version + 1
        FROM jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb) AS r(id uuid, version int, "floorId" uuid, code text,
          area numeric, use text, availability text, shared boolean, seats int, "validFrom" date, custom jsonb)
        WHERE u.id = r.id AND u.version = r.version`);
      if (updated < inputs.length) throw conflict("errors.conflict");
      return { count: inputs.length };
    },
    within,
  );
}
