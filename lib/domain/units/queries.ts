import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays, type CivilDate, minDate, toCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { isId } from "@/lib/platform/values/id";
import { toCustomEntries } from "../custom-fields/dto";
import { listFieldsOf } from "../custom-fields/queries";
import { leaseScope } from "../leases/scope";
import { assertCan, can } from "../permissions";
import { lineSelect, toTenant, toUnit, unitSelect } from "./dto";
import { unitScope } from "./scope";

function lastDayIn({ validTo }: { validTo: Date | null }, to: CivilDate | null): CivilDate | null {
  return validTo === null ? to : minDate(addDays(toCivil(validTo), -1), to);
}

/** One unit with every letting of it within reach, newest first; null out of reach. */
export async function getUnit(viewer: Viewer, id: string) {
  assertCan(viewer, "units.read");
  if (!isId(id)) return null;
  const [row, fields] = await Promise.all([
    db.unit.findFirst({
      where: { AND: [unitScope(viewer), { id }] },
      select: {
        ...unitSelect,
        leaseLines: {
          where: { lease: leaseScope(viewer) },
          select: lineSelect,
          orderBy: { inForceFrom: { sort: "desc", nulls: "last" } },
        },
      },
    }),
    listFieldsOf(viewer, "UNIT"),
  ]);
  if (!row) return null;
  const { leaseLines, ...unit } = row;
  const open = row.validTo === null;
  return {
    ...toUnit(unit),
    customFields: toCustomEntries(fields, unit.custom),
    // A lease that went on in a successor left this unit when it ceased.
    tenants: leaseLines.flatMap(toTenant).map((tenant) => ({ ...tenant, to: lastDayIn(row, tenant.to) })),
    can: {
      update: can(viewer, "units.update"),
      close: open && can(viewer, "units.close"),
      split: open && can(viewer, "units.split"),
      merge: open && can(viewer, "units.merge"),
      remeasure: open && can(viewer, "units.remeasure"),
      changeAvailability: open && can(viewer, "units.changeAvailability"),
      let: open && can(viewer, "leases.create"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findUnitInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.unit.findFirst({
    where: { AND: [unitScope(viewer), { id }] },
    select: unitSelect,
  });
  if (!row) throw notFound();
  return row;
}
