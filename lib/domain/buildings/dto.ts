import { toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

export const buildingSelect = {
  id: true,
  code: true,
  nameZh: true,
  nameEn: true,
  grossArea: true,
  closedOn: true,
  version: true,
  park: { select: { id: true, code: true, nameZh: true, nameEn: true } },
  floors: { select: { id: true, label: true, position: true }, orderBy: { position: "asc" } },
} satisfies Prisma.BuildingSelect;

type Row = Prisma.BuildingGetPayload<{ select: typeof buildingSelect }>;

export type BuildingDto = ReturnType<typeof toBuilding>;

export function toBuilding({ grossArea, closedOn, floors, ...building }: Row) {
  return {
    ...building,
    grossArea: grossArea?.toFixed(2) ?? null,
    closedOn: toCivilOrNull(closedOn),
    floors: floors.map(({ position, ...floor }) => ({ ...floor, position: position.toString() })),
  };
}
