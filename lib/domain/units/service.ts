import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { invalid } from "@/lib/platform/errors/app-error";
import { findBuildingInScope } from "../buildings/queries";
import { listFieldsOn } from "../custom-fields/queries";
import { applyCustomInput, readCustomInput } from "../custom-fields/queries-values";
import { inChangeSet, type Within } from "../in-change-set";
import { findUnitInScope } from "./queries";
import type { CloseUnitInput, CreateUnitInput, UpdateUnitInput } from "./schema";

export async function createUnit(viewer: Viewer, input: CreateUnitInput, within?: Within) {
  const { count: _, ...first } = await createUnits(viewer, [input], within);
  return { id: first.ids[0] ?? "", version: 1, changeSetId: first.changeSetId };
}

/** Many units at once, as an import brings them; each building must be within reach. */
export async function createUnits(viewer: Viewer, inputs: CreateUnitInput[], within?: Within) {
  return inChangeSet(
    viewer,
    "units.create",
    null,
    async (tx) => {
      const buildings = new Map<string, Awaited<ReturnType<typeof findBuildingInScope>>>();
      for (const { buildingId } of inputs) {
        if (!buildings.has(buildingId)) {
          buildings.set(buildingId, await findBuildingInScope(tx, viewer, buildingId));
        }
      }
      const some = inputs.some(({ custom }) => custom);
      const fields = some ? await listFieldsOn(tx, viewer, "UNIT") : [];
      const data = inputs.map((input) => {
        const building = buildings.get(input.buildingId);
        if (!building?.floors.some((floor) => floor.id === input.floorId)) {
          throw invalid({ floorId: "units.errors.otherBuilding" });
        }
        return {
          ...input,
          parkId: building.parkId,
          custom: input.custom && applyCustomInput(fields, {}, input.custom),
          validFrom: fromCivil(toCivil(input.validFrom)),
          validTo: input.validTo ? fromCivil(toCivil(input.validTo)) : null,
        };
      });
      const rows = await tx.unit.createManyAndReturn({ data, select: { id: true } });
      return { ids: rows.map((row) => row.id), count: rows.length };
    },
    within,
  );
}

/**
 * Corrects a unit: it was always so. What changes on a day (a re-measurement, works) closes the unit and opens
 * another instead, so that older figures stay; a correction that moves them asks its reason.
 */
export async function updateUnit(
  viewer: Viewer,
  { id, version, reason, ...input }: UpdateUnitInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "units.update",
    reason,
    async (tx) => {
      const unit = await findUnitInScope(tx, viewer, id);
      const moves =
        unit.area.toFixed(2) !== Number(input.area).toFixed(2) ||
        unit.availability !== input.availability ||
        toCivil(unit.validFrom) !== input.validFrom;
      if (moves && !reason && !within) throw invalid({ reason: "units.errors.reasonNeeded" });
      const custom = await readCustomInput(tx, viewer, "UNIT", unit.custom, input.custom);
      const data = { ...input, custom, validFrom: fromCivil(toCivil(input.validFrom)) };
      return updateVersion(tx, tx.unit, { id, version }, data);
    },
    within,
  );
}

/** The unit ceases to exist on a day: its last day is the one before. */
export async function closeUnit(viewer: Viewer, { id, version, validTo, reason }: CloseUnitInput) {
  return inChangeSet(viewer, "units.close", reason, async (tx) => {
    await findUnitInScope(tx, viewer, id);
    const day = fromCivil(toCivil(validTo));
    const later = await tx.leaseLine.findFirst({
      where: {
        unitId: id,
        inForceFrom: { not: null },
        OR: [{ inForceTo: null }, { inForceTo: { gte: day } }],
      },
      select: { inForceTo: true, lease: { select: { leaseNo: true } } },
      orderBy: { inForceTo: { sort: "desc", nulls: "first" } },
    });
    if (later) {
      const to = toCivilOrNull(later.inForceTo) ?? "";
      throw invalid({
        validTo: `units.errors.stillLet?lease=${encodeURIComponent(later.lease.leaseNo)}&to=${to}`,
      });
    }
    return updateVersion(tx, tx.unit, { id, version }, { validTo: day });
  });
}
