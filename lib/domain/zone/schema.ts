import { z } from "zod";
import { optionalText } from "@/lib/platform/values/text";
import { ZONE_ID } from "./rules";

/** What the zone is called, where it lies and who reports on it; version 0 sets it for the first time. */
export const updateZoneSchema = z
  .object({
    id: z.literal(ZONE_ID),
    version: z.coerce.number().int(),
    nameZh: optionalText(120),
    nameEn: optionalText(120),
    regionZh: optionalText(120),
    regionEn: optionalText(120),
    officeZh: optionalText(120),
    officeEn: optionalText(120),
  })
  .refine((zone) => zone.nameZh || zone.nameEn, { path: ["nameZh"], message: "errors.oneNameNeeded" });

export type UpdateZoneInput = z.output<typeof updateZoneSchema>;
