import type { NotificationKind, Role } from "@/lib/platform/db/generated/enums";

/** How a person is told of a kind, beside the notice in the app: mailed at once, in the day's summary, or neither. */
export const ways = ["MAIL", "DIGEST", "NONE"] as const;
export type Way = (typeof ways)[number];

/** What stands for a way in a person's choice. */
export function toChoice(way: Way): { byMail: boolean; inDigest: boolean } {
  return { byMail: way === "MAIL", inDigest: way === "DIGEST" };
}

/** The way that was chosen; whoever has not chosen is mailed at once. */
export function toWay(choice: { byMail: boolean; inDigest: boolean } | undefined): Way {
  if (!choice || choice.byMail) return "MAIL";
  return choice.inDigest ? "DIGEST" : "NONE";
}

const ofFirms = [
  "RETURN_OPENED",
  "RETURN_REMINDER",
  "RETURN_OVERDUE",
  "RETURN_SENT_BACK",
  "RETURN_LATE_ENDED",
  "RETURN_ACCEPTED",
  "CHANGE_RETURNED",
  "CHANGE_DECIDED",
  "CHANGE_UNDONE",
] as const;
const ofOffice = ["JOIN_REQUESTED", "CHANGE_REQUESTED", "RETURN_SUBMITTED", "RETURN_MISSING"] as const;
export const choosableKinds = [...ofFirms, ...ofOffice] as const;
export type ChoosableKind = (typeof choosableKinds)[number];

/** The kinds that a role is ever told of, and may choose the way of. */
export function kindsOf(role: Role): readonly ChoosableKind[] {
  if (role === "ENTERPRISE") return ofFirms;
  return role === "ADMIN" || role === "OFFICER" ? ofOffice : [];
}

/** Whether a kind can be chosen at all: what goes to an address, and the summary itself, cannot. */
export function isChoosable(kind: NotificationKind): kind is ChoosableKind {
  return choosableKinds.some((choosable) => choosable === kind);
}
