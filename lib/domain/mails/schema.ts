import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";

export const mailStates = ["QUEUED", "SENT", "FAILED", "KEPT"] as const;
export const mailKinds = [
  "PASSWORD_LINK",
  "PASSWORD_FORGOTTEN",
  "INVITATION",
  "JOIN_CHECK",
  "JOIN_REQUESTED",
  "JOIN_CONFIRMED",
  "JOIN_REFUSED",
  "CHANGE_REQUESTED",
  "CHANGE_RETURNED",
  "CHANGE_DECIDED",
  "CHANGE_UNDONE",
  "RETURN_OPENED",
  "RETURN_REMINDER",
  "RETURN_OVERDUE",
  "RETURN_MISSING",
  "RETURN_SUBMITTED",
  "RETURN_SENT_BACK",
  "RETURN_LATE_ENDED",
  "RETURN_ACCEPTED",
  "DIGEST",
] as const;

export const retryMailSchema = z.object({ id: z.uuid() });

export const mailListSchema = listParams({
  sort: ["createdAt", "address", "nextAt"],
  defaultSort: "-createdAt",
  filters: { state: oneOf(mailStates), kind: oneOf(mailKinds) },
});

export type RetryMailInput = z.output<typeof retryMailSchema>;
export type MailListParams = z.output<typeof mailListSchema>;
