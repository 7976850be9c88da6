import type { MailState } from "@/lib/platform/db/generated/enums";
import type { Trouble } from "./rules";

export const mailStateLabels = {
  QUEUED: "mails.page.state.QUEUED",
  SENT: "mails.page.state.SENT",
  FAILED: "mails.page.state.FAILED",
  KEPT: "mails.page.state.KEPT",
} as const satisfies Record<MailState, string>;

export const mailStateTones = {
  QUEUED: "neutral",
  SENT: "good",
  FAILED: "bad",
  KEPT: "warn",
} as const satisfies Record<MailState, string>;

export const troubleLabels = {
  REFUSED: "mails.page.trouble.REFUSED",
  BUSY: "mails.page.trouble.BUSY",
  AWAY: "mails.page.trouble.AWAY",
  SIGN_IN: "mails.page.trouble.SIGN_IN",
} as const satisfies Record<Trouble, string>;
