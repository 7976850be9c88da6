import type { CivilDate } from "@/lib/platform/dates/civil";
import type { RoundStanding } from "@/lib/platform/db/generated/enums";
import { conflict, invalid, messageOf } from "@/lib/platform/errors/app-error";

type Times = { scopedAt: Date | string | null; closedAt: Date | string | null };

/** Planned until it is known who is asked; closed once what is missing was carried forward. */
export function roundStateOf({ scopedAt, closedAt }: Times): "PLANNED" | "OPEN" | "CLOSED" {
  if (!scopedAt) return "PLANNED";
  return closedAt ? "CLOSED" : "OPEN";
}

/** Nobody has been asked yet. @throws AppError CONFLICT */
export function assertPlanned(round: Times): void {
  if (roundStateOf(round) !== "PLANNED") throw conflict("return-rounds.errors.opened");
}

/** @throws AppError CONFLICT for one that is open or closed, or before its day */
export function assertMayOpen(round: Times & { opensOn: CivilDate }, today: CivilDate): void {
  assertPlanned(round);
  if (today < round.opensOn)
    throw conflict(messageOf("return-rounds.errors.opensLater", { on: round.opensOn }));
}

/** Answers may come until its last day. @throws AppError CONFLICT */
export function assertMayClose(round: Times & { closesOn: CivilDate }, today: CivilDate): void {
  if (roundStateOf(round) !== "OPEN") throw conflict("return-rounds.errors.notOpen");
  if (today <= round.closesOn)
    throw conflict(messageOf("return-rounds.errors.closesLater", { on: round.closesOn }));
}

const next: Record<RoundStanding, readonly RoundStanding[]> = {
  PROVISIONAL: ["REVISED", "FINAL"],
  REVISED: ["FINAL"],
  FINAL: ["REVISED"],
};

/** Whether figures may go from one standing to another at all. */
export const mayStand = (from: RoundStanding, to: RoundStanding): boolean => next[from].includes(to);

/**
 * Final figures stand on a closed round; taking that back says why.
 * @throws AppError CONFLICT for a standing that does not follow; INVALID `reason` where one is needed
 */
export function assertMayStand(
  round: Times & { standing: RoundStanding },
  to: RoundStanding,
  reason: string | null,
): void {
  if (!mayStand(round.standing, to)) throw conflict("return-rounds.errors.standing");
  if (to === "FINAL" && roundStateOf(round) !== "CLOSED") throw conflict("return-rounds.errors.closeFirst");
  if (round.standing === "FINAL" && !reason) throw invalid({ reason: "errors.required" });
}
