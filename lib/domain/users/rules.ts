import { conflict } from "@/lib/platform/errors/app-error";

/** Somebody must be able to manage the installation: the last active administrator stays one. */
export function assertAdminRemains(otherActiveAdmins: number): void {
  if (otherActiveAdmins === 0) throw conflict("users.errors.lastAdmin");
}

/** For so long a link works that an administrator had sent. */
export const LINK_HOURS = 72;
/** And one that somebody asked for, who forgot their password. */
export const FORGOTTEN_HOURS = 2;
/** So many times an hour an address is mailed such a link, whoever asks. */
export const MOST_FORGOTTEN = 3;

const STEP_MS = 500;

/** How long to wait still, so that an answer comes at a whole step of the clock and tells nothing of the work before. */
export function answerAfter(tookMs: number): number {
  return STEP_MS * Math.ceil(Math.max(tookMs, 1) / STEP_MS) - tookMs;
}

/** Under which key of the outbox a link's mail stands. */
export function linkMailKey(linkId: string): string {
  return `password/${linkId}`;
}

export type SetupLinkState = "OPEN" | "USED" | "EXPIRED";

/** What can still be done with a link at an instant. */
export function stateOfLink(link: { usedAt: Date | null; expiresAt: Date }, now: Date): SetupLinkState {
  if (link.usedAt) return "USED";
  return link.expiresAt <= now ? "EXPIRED" : "OPEN";
}
