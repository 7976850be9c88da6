import type { CivilDate } from "@/lib/platform/dates/civil";
import { conflict } from "@/lib/platform/errors/app-error";
import type { policyStates } from "./schema";

export type PolicyState = (typeof policyStates)[number];

type Days = { inForceFrom: CivilDate; inForceTo: CivilDate | null };

/** The text in force on a day: `from ≤ day ≤ to`; at most one, as the database holds. */
export function versionOn<Version extends Days>(versions: readonly Version[], on: CivilDate): Version | null {
  return (
    versions.find(
      ({ inForceFrom, inForceTo }) => inForceFrom <= on && (inForceTo === null || on <= inForceTo),
    ) ?? null
  );
}

/** How a policy stands on a day. Between two texts it has ended: what comes is told by its own day. */
export function stateOn(versions: readonly Days[], on: CivilDate): PolicyState {
  if (versions.length === 0) return "NO_TEXT";
  if (versionOn(versions, on)) return "IN_FORCE";
  return versions.some(({ inForceTo }) => inForceTo !== null && inForceTo < on) ? "ENDED" : "NOT_YET";
}

/** A text can be repealed while nothing ends it yet, or later than it is to end now. @throws AppError CONFLICT */
export function assertCanEnd({ inForceTo }: Days, to: CivilDate): void {
  if (inForceTo !== null && inForceTo < to)
    throw conflict("policies.errors.endedBefore", {
      inForceTo: "policies.errors.endedBefore",
    });
}
