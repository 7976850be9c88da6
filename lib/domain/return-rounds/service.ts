import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, forbidden, invalid, messageOf } from "@/lib/platform/errors/app-error";
import { nameOf } from "@/lib/platform/i18n/names";
import { nameSome } from "@/lib/platform/i18n/notice-words";
import { inChangeSet, type Within } from "../in-change-set";
import { findParkInScope } from "../parks/queries";
import { returnFormScope } from "../return-forms/scope";
import { assertOwner } from "../users/queries";
import { findRoundInScope } from "./queries";
import { listExceptions, listUndecided } from "./queries-awaited";
import { assertMayStand, assertPlanned } from "./rules";
import type { CancelRoundInput, CreateRoundInput, SetStandingInput, UpdateRoundInput } from "./schema";
import { runsRound } from "./scope";

/** @throws AppError INVALID at a field; CONFLICT for a code that is taken; FORBIDDEN beyond the parks within reach */
export async function createRound(viewer: Viewer, input: CreateRoundInput, within?: Within) {
  return inChangeSet(
    viewer,
    "return-rounds.create",
    null,
    async (tx) => {
      const data = await toData(tx, viewer, input);
      return tx.returnRound.create({ data, select: { id: true, version: true } });
    },
    within,
  );
}

/** Until it opens; then firms have been told of its days. */
export async function updateRound(viewer: Viewer, { id, version, ...input }: UpdateRoundInput) {
  return inChangeSet(viewer, "return-rounds.update", null, async (tx) => {
    const round = await findRunRound(tx, viewer, id);
    assertPlanned(round);
    return updateVersion(tx, tx.returnRound, { id, version }, await toData(tx, viewer, input));
  });
}

/** Takes back a round that nobody was asked in; the history keeps it. */
export async function cancelRound(viewer: Viewer, { id, version, reason }: CancelRoundInput) {
  return inChangeSet(viewer, "return-rounds.cancel", reason, async (tx) => {
    assertPlanned(await findRunRound(tx, viewer, id));
    return deleteVersion(tx, tx.returnRound, { id, version });
  });
}

/**
 * What its figures are called from now on: provisional, revised or final.
 * @throws AppError CONFLICT for a standing that does not follow, and for a final one while an answer is undecided or may
 *   still come by an exception; INVALID `reason`; STALE
 */
export async function setRoundStanding(
  viewer: Viewer,
  { id, version, standing, reason }: SetStandingInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "return-rounds.setStanding",
    reason,
    async (tx) => {
      assertMayStand(await findRunRound(tx, viewer, id), standing, reason);
      // Written before it is looked at what is under way: exceptions are given holding this row.
      const updated = await updateVersion(tx, tx.returnRound, { id, version }, { standing });
      if (standing === "FINAL") await assertNothingAwaited(tx, viewer, id, today);
      return updated;
    },
    within,
  );
}

/** Nothing that is under way could become part of final figures. @throws AppError CONFLICT with whose it is */
async function assertNothingAwaited(tx: Tx, viewer: Viewer, id: string, today: CivilDate): Promise<void> {
  const named = ({ rows, total }: Awaited<ReturnType<typeof listUndecided>>) =>
    nameOf(
      viewer.locale,
      nameSome(
        rows.map(({ enterprise }) => enterprise),
        total,
      ),
    );
  const undecided = await listUndecided(tx, viewer, id);
  if (undecided.total > 0)
    throw conflict(messageOf("return-rounds.errors.answersWait", { firms: named(undecided) }));
  const exceptions = await listExceptions(tx, viewer, id, today);
  if (exceptions.total === 0) return;
  const until = exceptions.rows[0]?.openUntil;
  throw conflict(messageOf("return-rounds.errors.exceptionsOpen", { firms: named(exceptions), until }));
}

/** A round that is theirs to run. @throws AppError NOT_FOUND out of reach; FORBIDDEN for one of more than their parks */
export async function findRunRound(tx: Tx, viewer: Viewer, id: string) {
  const round = await findRoundInScope(tx, viewer, id);
  if (!runsRound(viewer, round.parkId)) throw forbidden();
  return round;
}

async function toData(tx: Tx, viewer: Viewer, { formId, ...input }: CreateRoundInput) {
  if (input.parkId) await findParkInScope(tx, viewer, input.parkId);
  if (!runsRound(viewer, input.parkId)) throw invalid({ parkId: "return-rounds.errors.parkNeeded" });
  if (input.ownerId) await assertOwner(tx, input.ownerId);
  const form = await tx.returnForm.findFirst({
    where: { AND: [returnFormScope(viewer), { id: formId, retiredOn: null }] },
    select: { versions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  const formVersionId = form?.versions[0]?.id;
  if (!formVersionId) throw invalid({ formId: "errors.choose" });
  return {
    ...input,
    formVersionId,
    periodFrom: fromCivil(input.periodFrom),
    referenceOn: fromCivil(input.referenceOn),
    opensOn: fromCivil(input.opensOn),
    dueOn: fromCivil(input.dueOn),
    closesOn: fromCivil(input.closesOn),
  };
}
