import { z } from "zod";
import { filterDate, filterText, listParams } from "@/lib/platform/paging/list-params";
import { optionalDate } from "@/lib/platform/values/dates";
import { decimalString, optionalDecimal } from "@/lib/platform/values/numbers";
import { codeText, optionalText } from "@/lib/platform/values/text";

/** `position` orders floors from the lowest up; `label` is what people say: B1, 1, 2M. */
const floor = z.object({
  id: z.uuid().nullish(),
  label: codeText(20),
  position: decimalString({ min: -99, max: 999 }),
});

const fields = {
  code: codeText(40),
  nameZh: optionalText(120),
  nameEn: optionalText(120),
  grossArea: optionalDecimal({ min: 0.01, max: 1e9 }),
  floors: z.array(floor).max(200),
};

type Named = { nameZh: string | null; nameEn: string | null };
const named = (building: Named) => Boolean(building.nameZh || building.nameEn);
const nameNeeded = { path: ["nameZh"], message: "errors.oneNameNeeded" };

export const createBuildingSchema = z.object({ parkId: z.uuid(), ...fields }).refine(named, nameNeeded);
export const updateBuildingSchema = z
  .object({ id: z.uuid(), version: z.coerce.number().int(), ...fields })
  .refine(named, nameNeeded);
export const closeBuildingSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  closedOn: optionalDate().refine((on) => on !== null, "errors.required"),
  reason: optionalText(500),
});

export const buildingListSchema = listParams({
  sort: ["name", "code", "grossArea"],
  defaultSort: "name",
  filters: { park: filterText() },
});

/** What a search of the stacking plan asks: m² side by side on a floor, free from a day. Nonsense asks nothing. */
export const freeSpaceSchema = z.object({
  area: decimalString({ min: 0.01, max: 1e9 }).optional().catch(undefined),
  freeFrom: filterDate(),
});

export type FreeSpaceParams = z.output<typeof freeSpaceSchema>;
export type CreateBuildingInput = z.output<typeof createBuildingSchema>;
export type UpdateBuildingInput = z.output<typeof updateBuildingSchema>;
export type CloseBuildingInput = z.output<typeof closeBuildingSchema>;
export type BuildingListParams = z.output<typeof buildingListSchema>;
