import type { MailState, NotificationKind } from "@/lib/platform/db/generated/enums";

const MINUTE_MS = 60_000;
/** How long to wait after a try that failed: the first after a minute; after the last of them it is given up. */
const waits = [1, 5, 30, 120, 480].map((minutes) => minutes * MINUTE_MS);

/** When to try again after so many tries, or null where it is given up. */
export function nextTry(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** Go to an address, not to a person: nobody could turn them off, and nobody else would tell. */
const toAddresses: readonly NotificationKind[] = [
  "PASSWORD_LINK",
  "PASSWORD_FORGOTTEN",
  "INVITATION",
  "JOIN_CHECK",
  "JOIN_CONFIRMED",
  "JOIN_REFUSED",
];

/** Whether a kind goes to addresses that may have no account, and is mailed whatever anybody chose. */
export function isToAddress(kind: NotificationKind): boolean {
  return toAddresses.includes(kind);
}

/** Whoever has their link becomes its reader. It can be sent again, so it is never handed over from the outbox. */
const secret: readonly NotificationKind[] = ["PASSWORD_LINK", "PASSWORD_FORGOTTEN"];
/** Their links work once, for whoever has them. */
const oneTime: readonly NotificationKind[] = [...secret, "INVITATION", "JOIN_CHECK"];
const link = /https?:\/\/[^\s"<>]+/g;
const HIDDEN = "https://…";

/** Whether a mail's link lets whoever has it act as its reader. */
export function hasOneTimeLink(kind: NotificationKind): boolean {
  return oneTime.includes(kind);
}

/** Whether a mail's one-time link is to be handed over by hand, and so is shown. */
export function showsLink({ kind, state }: { kind: NotificationKind; state: MailState }): boolean {
  return state === "KEPT" && !secret.includes(kind);
}

/** The words of a mail without a link that lets whoever has it act as somebody else. */
export function hideLinks(mail: { kind: NotificationKind; text: string; html: string }) {
  const { kind, text, html } = mail;
  if (!hasOneTimeLink(kind)) return { text, html };
  return { text: text.replace(link, HIDDEN), html: html.replace(link, HIDDEN) };
}

/** Why a mail was not taken: refused by its server for good, or for now. */
export const troubles = ["REFUSED", "BUSY", "AWAY", "SIGN_IN"] as const;
export type Trouble = (typeof troubles)[number];

/** What went wrong, as it is kept: its kind, then what the server said. */
export function toLastError(trouble: Trouble, said: string): string {
  return `${trouble} ${said.replace(/\s+/g, " ").trim()}`.slice(0, 500);
}

/** What was kept, apart again; whatever else stands there is what was said. */
export function fromLastError(kept: string): { trouble: Trouble | null; said: string } {
  const [first = "", ...rest] = kept.split(" ");
  const trouble = troubles.find((name) => name === first) ?? null;
  return { trouble, said: trouble ? rest.join(" ") : kept };
}
