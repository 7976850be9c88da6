import { z } from "zod";
import { filterId, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { optionalText, text } from "@/lib/platform/values/text";

/** Derived on a day; OVERDUE is open past its due day. */
export const actionItemStates = ["OPEN", "OVERDUE", "DONE", "DROPPED"] as const;
export type ActionItemState = (typeof actionItemStates)[number];

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const fields = {
  titleZh: optionalText(300),
  titleEn: optionalText(300),
  note: optionalText(4000),
  raisedOn: civilDate(),
  dueOn: optionalDate(),
  ownerId: optionalId,
  meetingId: optionalId,
  /** An outcome of that meeting. */
  outcomeId: optionalId,
  agreementId: optionalId,
  projectId: optionalId,
};

type Given = { titleZh: string | null; titleEn: string | null; raisedOn: string; dueOn: string | null };

function together({ titleZh, titleEn, raisedOn, dueOn }: Given, context: z.RefinementCtx): void {
  const tell = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (!titleZh && !titleEn) tell("titleZh", "errors.oneNameNeeded");
  if (dueOn && dueOn < raisedOn) tell("dueOn", "errors.datesOrdered");
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createActionItemSchema = z.object(fields).superRefine(together);
export const updateActionItemSchema = z.object({ ...versioned, ...fields }).superRefine(together);
export const completeActionItemSchema = z.object({ ...versioned, doneOn: civilDate(), result: text(2000) });
export const dropActionItemSchema = z.object({ ...versioned, droppedOn: civilDate(), reason: text(500) });
export const reopenActionItemSchema = z.object({ ...versioned, reason: text(500) });

export const actionItemListSchema = listParams({
  sort: ["dueOn", "number", "raisedOn"],
  defaultSort: "dueOn",
  filters: {
    state: oneOf(["LIVE", ...actionItemStates]),
    owner: filterId(),
    meeting: filterId(),
    agreement: filterId(),
    project: filterId(),
  },
});

export type CreateActionItemInput = z.output<typeof createActionItemSchema>;
export type UpdateActionItemInput = z.output<typeof updateActionItemSchema>;
export type CompleteActionItemInput = z.output<typeof completeActionItemSchema>;
export type DropActionItemInput = z.output<typeof dropActionItemSchema>;
export type ReopenActionItemInput = z.output<typeof reopenActionItemSchema>;
export type ActionItemListParams = z.output<typeof actionItemListSchema>;
