import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import { optionalDate } from "@/lib/platform/values/dates";
import { optionalMoney } from "@/lib/platform/values/numbers";
import { codeText, optionalText } from "@/lib/platform/values/text";

export const parkStatuses = ["PLANNED", "OPEN", "CLOSED"] as const;

const fields = {
  code: codeText(40),
  nameZh: optionalText(120),
  nameEn: optionalText(120),
  operator: optionalText(120),
  status: z.enum(["PLANNED", "OPEN"]).default("OPEN"),
  openedOn: optionalDate(),
  plannedInvestment: optionalMoney(),
};

export const createParkSchema = z.object(fields).refine((park) => park.nameZh || park.nameEn, {
  path: ["nameZh"],
  message: "errors.oneNameNeeded",
});
export const updateParkSchema = z
  .object({ id: z.uuid(), version: z.coerce.number().int(), ...fields })
  .refine((park) => park.nameZh || park.nameEn, { path: ["nameZh"], message: "errors.oneNameNeeded" });
export const closeParkSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  closedOn: optionalDate().refine((on) => on !== null, "errors.required"),
  reason: optionalText(500),
});

/** The list's state in its address. */
export const parkListSchema = listParams({
  sort: ["name", "code", "openedOn"],
  defaultSort: "name",
  filters: { status: oneOf(parkStatuses) },
});

export type ParkListParams = z.output<typeof parkListSchema>;
export type CreateParkInput = z.output<typeof createParkSchema>;
export type UpdateParkInput = z.output<typeof updateParkSchema>;
export type CloseParkInput = z.output<typeof closeParkSchema>;
