import { z } from "zod";
import { filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { decimalString, optionalWhole } from "@/lib/platform/values/numbers";
import { codeText, optionalText, text, tick } from "@/lib/platform/values/text";
import { UNIT_AVAILABILITIES } from "./rules";

export const unitUses = [
  "OFFICE",
  "LAB",
  "GMP_WORKSHOP",
  "PRODUCTION",
  "RETAIL",
  "WAREHOUSE",
  "DESK_ZONE",
  "PARKING",
  "OTHER",
] as const;
export const unitStatusFilters = ["VACANT", "LET"] as const;

const fields = {
  floorId: z.uuid(),
  code: codeText(40),
  area: decimalString({ min: 0.01, max: 9_999_999 }),
  use: z.enum(unitUses).default("OFFICE"),
  availability: z.enum(UNIT_AVAILABILITIES).default("LETTABLE"),
  shared: tick(),
  seats: optionalWhole({ min: 1, max: 100_000 }),
};

export const createUnitSchema = z.object({
  buildingId: z.uuid(),
  ...fields,
  validFrom: civilDate(),
  validTo: optionalDate(),
});
export const updateUnitSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  ...fields,
  validFrom: civilDate(),
  /** Asked when area, availability or validity is corrected, since earlier figures move with them. */
  reason: optionalText(500),
});
export const closeUnitSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  validTo: civilDate(),
  reason: text(500),
});

export const unitListSchema = listParams({
  sort: ["code", "area", "use"],
  defaultSort: "code",
  filters: {
    park: filterText(),
    building: filterText(),
    use: oneOf(unitUses),
    availability: oneOf(UNIT_AVAILABILITIES),
    status: oneOf(unitStatusFilters),
  },
});

export type CreateUnitInput = z.output<typeof createUnitSchema>;
export type UpdateUnitInput = z.output<typeof updateUnitSchema>;
export type CloseUnitInput = z.output<typeof closeUnitSchema>;
export type UnitListParams = z.output<typeof unitListSchema>;
