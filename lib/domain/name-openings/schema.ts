import { z } from "zod";
import { listParams } from "@/lib/platform/paging/list-params";
import { text } from "@/lib/platform/values/text";

/** For how long names stay open, for whoever opened them alone. */
export const OPEN_MINUTES = 15;

/** What names are opened for; the words beside it say which case. */
export const namePurposes = ["PERMIT", "TALENT", "VERIFY", "EMERGENCY", "INSPECTION", "OTHER"] as const;

export const createNameOpeningSchema = z.object({
  enterpriseId: z.uuid(),
  purpose: z.enum(namePurposes, "errors.choose"),
  note: text(200),
});

export const closeNameOpeningSchema = z.object({ enterpriseId: z.uuid() });

export const nameOpeningListSchema = listParams({
  sort: ["openedAt"],
  defaultSort: "-openedAt",
  filters: {},
});

export type CreateNameOpeningInput = z.output<typeof createNameOpeningSchema>;
export type CloseNameOpeningInput = z.output<typeof closeNameOpeningSchema>;
export type NameOpeningListParams = z.output<typeof nameOpeningListSchema>;
