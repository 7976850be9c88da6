import { z } from "zod";
import { filterText, listParams } from "@/lib/platform/paging/list-params";
import { optionalText, text } from "@/lib/platform/values/text";

export const changeSetListSchema = listParams({
  sort: ["at"],
  defaultSort: "-at",
  filters: { by: filterText() },
});
export type ChangeSetListParams = z.output<typeof changeSetListSchema>;

/** `reason`: asked of the office where it puts back what a firm changed by itself. */
export const undoChangeSetSchema = z.object({ id: z.uuid(), reason: optionalText(500) });
/** The same where a reason is needed, for the form that asks it. */
export const undoWithReasonSchema = z.object({ id: z.uuid(), reason: text(500) });
export type UndoChangeSetInput = z.output<typeof undoChangeSetSchema>;
