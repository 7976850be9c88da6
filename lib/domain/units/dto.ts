import { type CivilDate, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

export const unitSelect = {
  id: true,
  parkId: true,
  buildingId: true,
  floorId: true,
  code: true,
  area: true,
  use: true,
  availability: true,
  shared: true,
  seats: true,
  validFrom: true,
  validTo: true,
  custom: true,
  version: true,
  floor: { select: { label: true } },
  building: {
    select: {
      code: true,
      nameZh: true,
      nameEn: true,
      park: { select: { code: true, nameZh: true, nameEn: true } },
    },
  },
} satisfies Prisma.UnitSelect;

type Row = Prisma.UnitGetPayload<{ select: typeof unitSelect }>;

export type UnitDto = ReturnType<typeof toUnit>;

/** Without the values of custom fields: which of them may be read is asked of the viewer. */
export function toUnit({ area, validFrom, validTo, floor, building, custom: _, ...unit }: Row) {
  const { park, ...names } = building;
  return {
    ...unit,
    area: area.toFixed(2),
    validFrom: toCivil(validFrom),
    validTo: toCivilOrNull(validTo),
    floor: floor.label,
    building: names,
    park,
  };
}

/** A letting of a unit: by whom, how much, and when. */
export type UnitTenant = {
  leaseId: string;
  leaseNo: string;
  enterpriseId: string;
  nameZh: string | null;
  nameEn: string | null;
  area: string;
  from: CivilDate;
  to: CivilDate | null;
};

export const lineSelect = {
  area: true,
  inForceFrom: true,
  inForceTo: true,
  lease: {
    select: { id: true, leaseNo: true, enterprise: { select: { id: true, nameZh: true, nameEn: true } } },
  },
} satisfies Prisma.LeaseLineSelect;

export type UnitLine = Prisma.LeaseLineGetPayload<{ select: typeof lineSelect }>;

/** None for a lease that has not begun to count. */
export function toTenant({ area, inForceFrom, inForceTo, lease }: UnitLine): UnitTenant[] {
  if (!inForceFrom) return [];
  const { nameZh, nameEn, id } = lease.enterprise;
  return [
    {
      leaseId: lease.id,
      leaseNo: lease.leaseNo,
      enterpriseId: id,
      nameZh,
      nameEn,
      area: area.toFixed(2),
      from: toCivil(inForceFrom),
      to: toCivilOrNull(inForceTo),
    },
  ];
}
