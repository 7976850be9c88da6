import { z } from "zod";
import { filterText, listParams } from "@/lib/platform/paging/list-params";

export const changeSetListSchema = listParams({
  sort: ["at"],
  defaultSort: "-at",
  filters: { by: filterText() },
});
export type ChangeSetListParams = z.output<typeof changeSetListSchema>;

export const undoChangeSetSchema = z.object({ id: z.uuid() });
export type UndoChangeSetInput = z.output<typeof undoChangeSetSchema>;
