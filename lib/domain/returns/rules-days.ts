import type { CivilDate } from "@/lib/platform/dates/civil";
import type { ReturnState, RoundStanding } from "@/lib/platform/db/generated/enums";
import { conflict } from "@/lib/platform/errors/app-error";

type Window = {
  scopedAt: Date | null;
  closedAt: Date | null;
  standing: RoundStanding;
  opensOn: CivilDate;
  closesOn: CivilDate;
};

/**
 * Whether answers may be typed and sent on a day: while the round is open, or within an officer's exception. Never once
 * its figures are final: the office could not accept what came.
 */
export function isOpenOn(round: Window, openUntil: CivilDate | null, today: CivilDate): boolean {
  if (!round.scopedAt || round.standing === "FINAL" || today < round.opensOn) return false;
  return (!round.closedAt && today <= round.closesOn) || (openUntil !== null && today <= openUntil);
}

type LastDays = { dueOn: CivilDate; closesOn: CivilDate; closedAt: Date | string | null };

/**
 * By when one firm's answer is due, and the last day on which it may be sent: the round's days, or those that an
 * officer's exception gives it. An exception never shortens.
 */
export function ownDays(
  { dueOn, closesOn, closedAt }: LastDays,
  openUntil: CivilDate | null,
): { dueOn: CivilDate; closesOn: CivilDate } {
  if (openUntil === null || openUntil <= dueOn) return { dueOn, closesOn };
  return { dueOn: openUntil, closesOn: closedAt || openUntil > closesOn ? openUntil : closesOn };
}

export const fillableStates: readonly ReturnState[] = ["NOT_STARTED", "DRAFT", "RETURNED", "ESTIMATED"];
/** Sent, and not sent back: what a round's response counts. */
export const usableStates: readonly ReturnState[] = ["SUBMITTED", "ACCEPTED"];

/** Not sent, or sent back: what a firm may type at, in time. */
export const isFillable = (state: ReturnState): boolean => fillableStates.includes(state);

/** @throws AppError CONFLICT for an answer that is with the office, accepted or not asked for, or out of time */
export function assertFillable(state: ReturnState, open: boolean): void {
  if (!isFillable(state)) throw conflict(`returns.errors.not${state === "EXEMPT" ? "Asked" : "Yours"}`);
  if (!open) throw conflict("returns.errors.notOpen");
}

/** @throws AppError CONFLICT for an answer that is not in one of the states */
export function assertState(state: ReturnState, wanted: readonly ReturnState[], message: string): void {
  if (!wanted.includes(state)) throw conflict(message);
}

/** First received after it was due. */
export const isLate = (receivedOn: CivilDate | null, dueOn: CivilDate): boolean =>
  receivedOn !== null && receivedOn > dueOn;
