import { conflict } from "@/lib/platform/errors/app-error";

/** For how many days an invitation may be taken up. */
export const INVITATION_DAYS = 14;
/** For how many days an address may be proven. */
export const PROOF_DAYS = 3;

export type LinkState = "OPEN" | "USED" | "WITHDRAWN" | "EXPIRED";

type Link = { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

/** What can still be done with an invitation at an instant. */
export function stateOfInvitation({ acceptedAt, withdrawnAt, expiresAt }: Link, now: Date): LinkState {
  if (acceptedAt) return "USED";
  if (withdrawnAt) return "WITHDRAWN";
  return expiresAt <= now ? "EXPIRED" : "OPEN";
}

/** @throws AppError CONFLICT with why the link no longer works */
export function assertOpen(state: LinkState): void {
  if (state === "USED") throw conflict("memberships.errors.used");
  if (state === "WITHDRAWN") throw conflict("memberships.errors.withdrawn");
  if (state === "EXPIRED") throw conflict("memberships.errors.expired");
}

/** A firm that keeps its own record has somebody who may invite others; the office may leave it without. */
export function assertAdminStays(otherAdmins: number): void {
  if (otherAdmins === 0) throw conflict("memberships.errors.lastAdmin");
}

/** So many days from an instant. */
export function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}
