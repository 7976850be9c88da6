import { z } from "zod";
import { filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate } from "@/lib/platform/values/dates";
import { codeText, optionalText, tick } from "@/lib/platform/values/text";

export const roundStandings = ["PROVISIONAL", "REVISED", "FINAL"] as const;
/** Where a round is on a day, derived: nobody types it. */
export const roundStates = ["PLANNED", "OPEN", "CLOSED"] as const;

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const fields = {
  code: codeText(40),
  titleZh: optionalText(200),
  titleEn: optionalText(200),
  /** Its newest version is asked, as it stands when the round opens. */
  formId: z.uuid(),
  periodFrom: civilDate(),
  referenceOn: civilDate(),
  opensOn: civilDate(),
  dueOn: civilDate(),
  closesOn: civilDate(),
  /** Empty: the whole zone. */
  parkId: optionalId,
  leaveRegisteredOnly: tick(),
  leavePublicBodies: tick(),
  ownerId: optionalId,
};

type Given = z.output<z.ZodObject<typeof fields>>;

/** The days in their order; the database says it once more. */
function whole(given: Given, context: z.RefinementCtx): void {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (!given.titleZh && !given.titleEn) refuse("titleZh", "errors.oneNameNeeded");
  if (given.referenceOn < given.periodFrom) refuse("referenceOn", "errors.datesOrdered");
  if (given.dueOn < given.referenceOn) refuse("dueOn", "return-rounds.errors.dueAfterReference");
  else if (given.dueOn < given.opensOn) refuse("dueOn", "return-rounds.errors.dueAfterOpening");
  if (given.closesOn < given.dueOn) refuse("closesOn", "return-rounds.errors.closesAfterDue");
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };
const reasoned = { ...versioned, reason: optionalText(500) };

export const createRoundSchema = z.object(fields).superRefine(whole);
export const updateRoundSchema = z.object({ ...versioned, ...fields }).superRefine(whole);
export const openRoundSchema = z.object(versioned);
export const closeRoundSchema = z.object(reasoned);
export const cancelRoundSchema = z.object(reasoned);
export const setStandingSchema = z.object({ ...reasoned, standing: z.enum(roundStandings) });

export const roundListSchema = listParams({
  sort: ["referenceOn", "dueOn", "code"],
  defaultSort: "-referenceOn",
  filters: { park: filterText(), state: oneOf(roundStates) },
});

export type CreateRoundInput = z.output<typeof createRoundSchema>;
export type UpdateRoundInput = z.output<typeof updateRoundSchema>;
export type OpenRoundInput = z.output<typeof openRoundSchema>;
export type CloseRoundInput = z.output<typeof closeRoundSchema>;
export type CancelRoundInput = z.output<typeof cancelRoundSchema>;
export type SetStandingInput = z.output<typeof setStandingSchema>;
export type RoundListParams = z.output<typeof roundListSchema>;
export type RoundState = (typeof roundStates)[number];
