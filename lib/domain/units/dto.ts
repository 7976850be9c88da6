import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
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
