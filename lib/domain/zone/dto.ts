import type { Prisma } from "@/lib/platform/db/generated/client";
import { UNSET, ZONE_ID } from "./rules";

export const zoneSelect = {
  id: true,
  nameZh: true,
  nameEn: true,
  regionZh: true,
  regionEn: true,
  officeZh: true,
  officeEn: true,
  version: true,
} satisfies Prisma.ZoneSelect;

export type ZoneDto = Prisma.ZoneGetPayload<{ select: typeof zoneSelect }>;

/** A zone that nobody has set: no words at all, and version 0. */
export const unsetZone: ZoneDto = {
  id: ZONE_ID,
  nameZh: null,
  nameEn: null,
  regionZh: null,
  regionEn: null,
  officeZh: null,
  officeEn: null,
  version: UNSET,
};
