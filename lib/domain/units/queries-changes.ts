import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import { leaseScope } from "../leases/scope";
import { assertCan } from "../permissions";
import { unitScope } from "./scope";

const relative = {
  id: true,
  code: true,
  area: true,
  validFrom: true,
  validTo: true,
  availability: true,
} as const;

/** What a unit within reach was before it began, and what it became when it ceased. */
export async function listSuccessions(viewer: Viewer, unitId: string) {
  assertCan(viewer, "units.read");
  const within = unitScope(viewer);
  const [before, after] = await Promise.all([
    db.unitSuccession.findMany({
      where: { toUnitId: unitId, fromUnit: within },
      orderBy: { fromUnit: { code: "asc" } },
      select: { change: true, fromUnit: { select: relative } },
    }),
    db.unitSuccession.findMany({
      where: { fromUnitId: unitId, toUnit: within },
      orderBy: { toUnit: { code: "asc" } },
      select: { change: true, toUnit: { select: relative } },
    }),
  ]);
  return [
    ...before.map(({ change, fromUnit }) => ({ side: "before" as const, change, ...toRelative(fromUnit) })),
    ...after.map(({ change, toUnit }) => ({ side: "after" as const, change, ...toRelative(toUnit) })),
  ];
}

type Relative = {
  id: string;
  code: string;
  area: { toFixed(places: number): string };
  validFrom: Date;
  validTo: Date | null;
};

function toRelative<Row extends Relative>({ area, validFrom, validTo, ...unit }: Row) {
  return { ...unit, area: area.toFixed(2), validFrom: toCivil(validFrom), validTo: toCivilOrNull(validTo) };
}

/** The other open units of a unit's floor, which it may be merged with. `validFrom` bounds the day. */
export async function listMergeOptions(
  viewer: Viewer,
  unit: { id: string; floorId: string; availability: string },
) {
  assertCan(viewer, "units.read");
  const rows = await db.unit.findMany({
    where: { AND: [unitScope(viewer), { floorId: unit.floorId, validTo: null, id: { not: unit.id } }] },
    orderBy: { code: "asc" },
    select: relative,
  });
  return rows.filter(({ availability }) => availability === unit.availability).map(toRelative);
}

/** The lines of the units that are in force on the day or later, and so must go on somewhere. */
export async function listContinuingLines(on: Db, viewer: Viewer, unitIds: string[], day: CivilDate) {
  return on.leaseLine.findMany({
    where: {
      unitId: { in: unitIds },
      inForceFrom: { not: null },
      OR: [{ inForceTo: null }, { inForceTo: { gte: fromCivil(day) } }],
      lease: leaseScope(viewer),
    },
    orderBy: [{ inForceFrom: "asc" }, { leaseId: "asc" }],
    select: {
      leaseId: true,
      unitId: true,
      area: true,
      seats: true,
      lineFrom: true,
      lineTo: true,
      lease: { select: { leaseNo: true } },
    },
  });
}

export type ContinuingLine = Awaited<ReturnType<typeof listContinuingLines>>[number];
