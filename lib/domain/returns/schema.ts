import { z } from "zod";
import { filterId, filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { optionalText, text } from "@/lib/platform/values/text";
import { softReasons } from "../return-forms/schema";

export const returnStates = [
  "NOT_STARTED",
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "ACCEPTED",
  "EXEMPT",
  "ESTIMATED",
] as const;
export const returnExemptions = ["REGISTERED_ONLY", "PUBLIC_BODY", "OTHER"] as const;

const fieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);

/** By the keys of the form's fields; what is left empty is not there. */
const answers = z.record(fieldKey, z.union([z.string().max(4000), z.number(), z.null()])).transform((given) =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => {
      const said = value === null ? "" : String(value).trim();
      return said === "" ? [] : [[key, said]];
    }),
  ),
);

/** Why a figure moved, by the key of its field. */
const reasons = z
  .record(
    fieldKey,
    z.object({
      code: z.union([z.enum(softReasons), z.literal("")]).default(""),
      words: z.string().trim().max(1000).default(""),
    }),
  )
  .default({})
  .transform((given) =>
    Object.fromEntries(Object.entries(given).filter(([, { code, words }]) => code !== "" || words !== "")),
  );

const versioned = { id: z.uuid(), version: z.coerce.number().int() };
const filled = { ...versioned, answers, reasons };

/** Typed so far: nothing need be complete. */
export const saveDraftSchema = z.object(filled);
/** `receivedOn` is the office's, for a paper that came on an earlier day. */
export const submitReturnSchema = z.object({ ...filled, receivedOn: optionalDate() });
export const acceptReturnSchema = z.object(versioned);
/** Those of the ids that are with the office; without ids, all of the round that asked for no reason. */
export const acceptReturnsSchema = z.object({
  roundId: z.uuid(),
  ids: z.array(z.uuid()).max(30_000, "ui.bulk.tooMany").default([]),
});

const comments = z
  .record(fieldKey, z.string().trim().max(1000))
  .default({})
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, said]) => said !== "")));

export const sendBackSchema = z
  .object({ ...versioned, comment: optionalText(2000), comments, openUntil: optionalDate() })
  .refine(({ comment, comments: said }) => comment !== null || Object.keys(said).length > 0, {
    path: ["comment"],
    message: "returns.errors.commentNeeded",
  });
export const correctReturnSchema = z.object({ ...filled, reason: text(500) });
export const exemptReturnSchema = z.object({ ...versioned, reason: text(500) });
export const includeReturnSchema = z.object({ ...versioned, reason: optionalText(500) });
export const allowLateSchema = z.object({ ...versioned, openUntil: civilDate(), reason: text(500) });
export const endLateSchema = z.object({ ...versioned, reason: text(500) });

export const returnListSchema = listParams({
  sort: ["name", "state", "receivedOn"],
  defaultSort: "name",
  filters: {
    round: filterId(),
    enterprise: filterId(),
    park: filterText(),
    state: oneOf(returnStates),
    /** Received after it was due. */
    late: oneOf(["yes", "no"]),
  },
});

export type SaveDraftInput = z.output<typeof saveDraftSchema>;
export type SubmitReturnInput = z.output<typeof submitReturnSchema>;
export type AcceptReturnInput = z.output<typeof acceptReturnSchema>;
export type AcceptReturnsInput = z.output<typeof acceptReturnsSchema>;
export type SendBackInput = z.output<typeof sendBackSchema>;
export type CorrectReturnInput = z.output<typeof correctReturnSchema>;
export type ExemptReturnInput = z.output<typeof exemptReturnSchema>;
export type IncludeReturnInput = z.output<typeof includeReturnSchema>;
export type AllowLateInput = z.output<typeof allowLateSchema>;
export type EndLateInput = z.output<typeof endLateSchema>;
export type ReturnListParams = z.output<typeof returnListSchema>;
