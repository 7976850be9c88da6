import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findHeldStanding } from "../return-rounds/queries-awaited";
import { readAnswers } from "./dto";
import { findSeen, hasException, isOpen } from "./queries";
import { assertState, isFillable } from "./rules-days";
import type { AllowLateInput, EndLateInput, ExemptReturnInput, IncludeReturnInput } from "./schema";
import { tellFirms } from "./service-tell";

/** A firm need not answer this time, for a reason. @throws AppError CONFLICT once it was sent; STALE */
export async function exemptReturn(
  viewer: Viewer,
  { id, version, reason }: ExemptReturnInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "returns.exempt",
    reason,
    async (tx) => {
      const { state } = await findSeen(tx, viewer, { id, version });
      if (!isFillable(state)) throw conflict("returns.errors.sent");
      const data = { state: "EXEMPT" as const, exemption: "OTHER" as const, exemptReason: reason };
      return updateVersion(tx, tx.return, { id, version }, { ...data, openUntil: null });
    },
    within,
  );
}

/** It is asked after all. @throws AppError CONFLICT for one that is, or of a round that is closed; STALE */
export async function includeReturn(viewer: Viewer, { id, version, reason }: IncludeReturnInput) {
  return inChangeSet(viewer, "returns.include", reason, async (tx) => {
    const { state, answers, round } = await findSeen(tx, viewer, { id, version });
    assertState(state, ["EXEMPT"], "returns.errors.asked");
    if (round.closedAt) throw conflict("returns.errors.notOpen");
    const begun = Object.keys(readAnswers(answers)).length > 0;
    const data = { exemption: null, exemptReason: null };
    return updateVersion(
      tx,
      tx.return,
      { id, version },
      { ...data, state: begun ? ("DRAFT" as const) : ("NOT_STARTED" as const) },
    );
  });
}

/**
 * An exception: one firm may still answer until a day, although the round's days are over.
 * @throws AppError CONFLICT for one that was sent, or may be sent anyway, or whose round's figures are final; INVALID
 *   `openUntil` for a day that is past; STALE
 */
export async function allowLateReturn(
  viewer: Viewer,
  { id, version, openUntil, reason }: AllowLateInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "returns.allowLate",
    reason,
    async (tx) => {
      const row = await findSeen(tx, viewer, { id, version });
      if (!isFillable(row.state)) throw conflict("returns.errors.sent");
      if ((await findHeldStanding(tx, row.roundId)) === "FINAL") throw conflict("returns.errors.final");
      if (isOpen({ ...row, openUntil: null }, today)) throw conflict("returns.errors.openAnyway");
      if (openUntil < today) throw invalid({ openUntil: "returns.errors.untilPast" });
      return updateVersion(tx, tx.return, { id, version }, { openUntil: fromCivil(toCivil(openUntil)) });
    },
    within,
  );
}

/**
 * Takes an exception back: the firm may answer no more, and is told why. What it typed, and what counts in its place,
 * stays as it is.
 * @throws AppError CONFLICT for one without an exception that is open; STALE
 */
export async function endLateReturn(
  viewer: Viewer,
  { id, version, reason }: EndLateInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "returns.endLate",
    reason,
    async (tx) => {
      const row = await findSeen(tx, viewer, { id, version });
      if (!hasException(row, today)) throw conflict("returns.errors.noException");
      const updated = await updateVersion(tx, tx.return, { id, version }, { openUntil: null });
      await tellFirms(tx, "RETURN_LATE_ENDED", [{ ...row, version: updated.version }], reason);
      return updated;
    },
    within,
  );
}
