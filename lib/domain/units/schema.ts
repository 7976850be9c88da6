import { z } from "zod";
import { filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { decimalString, optionalDecimal, optionalWhole } from "@/lib/platform/values/numbers";
import { seen, selection } from "@/lib/platform/values/selection";
import { codeText, optionalText, text, tick } from "@/lib/platform/values/text";
import { customInput } from "../custom-fields/schema";
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
  custom: customInput(),
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

/** What changes on a day: the unit ceases, and what it becomes begins. */
const change = { id: z.uuid(), version: z.coerce.number().int(), on: civilDate() };
/** A list of ids, or what a form's boxes come to: each id with its tick. */
const ticked = () =>
  z
    .union([z.array(z.uuid()), z.record(z.uuid(), z.boolean())])
    .default([])
    .transform((ids) => (Array.isArray(ids) ? ids : Object.keys(ids).filter((id) => ids[id])));

export const splitUnitSchema = z
  .object({
    ...change,
    parts: z
      .array(
        z.object({
          code: codeText(40),
          area: decimalString({ min: 0.01, max: 9_999_999 }),
          seats: optionalWhole({ min: 1, max: 100_000 }),
          /** The leases that go on in this part. */
          leaseIds: ticked(),
        }),
      )
      .min(2, "units.errors.twoParts")
      .max(50),
    /** Asked where the parts do not add up to the unit. */
    reason: optionalText(500),
  })
  .superRefine(({ parts }, context) => {
    parts.forEach(({ code }, i) => {
      if (parts.findIndex((part) => part.code === code) < i) {
        context.addIssue({ code: "custom", path: ["parts", i, "code"], message: "units.errors.codeTwice" });
      }
    });
  });
export const mergeUnitsSchema = z.object({
  ...change,
  /** The units that join this one. */
  unitIds: ticked(),
  code: codeText(40),
  /** Empty means the sum. */
  area: optionalDecimal({ min: 0.01, max: 9_999_999 }),
  reason: optionalText(500),
});
export const remeasureUnitSchema = z.object({ ...change, area: fields.area, reason: text(500) });
export const changeUnitAvailabilitySchema = z.object({
  ...change,
  availability: z.enum(UNIT_AVAILABILITIES),
  reason: optionalText(500),
});

/** What may be set on many units at once: their own choices, as the office made them. */
export const changeUnitsSchema = z.object({ ...selection, custom: customInput(), ...seen });
export type ChangeUnitsInput = z.output<typeof changeUnitsSchema>;

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

/** The units that may be let from a day to a day; dates half typed leave the question open. */
export const freeUnitSchema = z.object({
  query: z.string().max(100),
  parkId: z.union([z.uuid(), z.literal("")]),
  startsOn: civilDate(),
  endsOn: civilDate(),
});

export type FreeUnitParams = z.output<typeof freeUnitSchema>;
export type CreateUnitInput = z.output<typeof createUnitSchema>;
export type UpdateUnitInput = z.output<typeof updateUnitSchema>;
export type CloseUnitInput = z.output<typeof closeUnitSchema>;
export type UnitListParams = z.output<typeof unitListSchema>;
export type SplitUnitInput = z.output<typeof splitUnitSchema>;
export type MergeUnitsInput = z.output<typeof mergeUnitsSchema>;
export type RemeasureUnitInput = z.output<typeof remeasureUnitSchema>;
export type ChangeUnitAvailabilityInput = z.output<typeof changeUnitAvailabilitySchema>;
