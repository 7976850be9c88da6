import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { forbidden, invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findParkInScope } from "../parks/queries";
import { returnFormScope } from "../return-forms/scope";
import { assertOwner } from "../users/queries";
import { findRoundInScope } from "./queries";
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

/** What its figures are called from now on: provisional, revised or final. */
export async function setRoundStanding(viewer: Viewer, { id, version, standing, reason }: SetStandingInput) {
  return inChangeSet(viewer, "return-rounds.setStanding", reason, async (tx) => {
    assertMayStand(await findRunRound(tx, viewer, id), standing, reason);
    return updateVersion(tx, tx.returnRound, { id, version }, { standing });
  });
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
