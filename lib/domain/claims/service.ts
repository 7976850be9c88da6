import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { toSearchable } from "@/lib/platform/names/searchable";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { inChangeSet, type Within } from "../in-change-set";
import { toClaim } from "./dto";
import { findClaimInScope } from "./queries";
import { assertScope, scopeColumns } from "./queries-scopes";
import { assertStanding, boundKey, saysTheSame } from "./rules";
import type { CreateClaimInput, SignOffClaimInput, UpdateClaimInput, WithdrawClaimInput } from "./schema";

export async function createClaim(viewer: Viewer, input: CreateClaimInput, within?: Within) {
  return inChangeSet(
    viewer,
    "claims.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await checkScopes(tx, viewer, input);
      const claim = await tx.claim.create({ data: toData(input), select: { id: true, version: true } });
      await tx.claimBinding.createMany({ data: toBindings(claim.id, input) });
      return claim;
    },
    within,
  );
}

/** A claim that says something else is no longer signed off: who signed it off did so for what it said. */
export async function updateClaim(viewer: Viewer, { id, version, ...input }: UpdateClaimInput) {
  return inChangeSet(viewer, "claims.update", null, async (tx) => {
    assertReachesZone(viewer);
    const row = await findClaimInScope(tx, viewer, id);
    assertStanding(row);
    await checkScopes(tx, viewer, input);
    const before = toClaim(row);
    const unsigned = { signedOffAt: null, signedOffBy: null, signedOffById: null };
    const data = { ...toData(input), ...(saysTheSame(before, input) ? {} : unsigned) };
    const updated = await updateVersion(tx, tx.claim, { id, version }, data);
    if (before.bindings.map(boundKey).join() !== input.bindings.map(boundKey).join()) {
      await tx.claimBinding.deleteMany({ where: { claimId: id } });
      await tx.claimBinding.createMany({ data: toBindings(id, input) });
    }
    return updated;
  });
}

/** Somebody answers for it: the sentence and its figures are right as they stand. */
export async function signOffClaim(
  viewer: Viewer,
  { id, version, note }: SignOffClaimInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "claims.signOff",
    note,
    async (tx) => {
      assertReachesZone(viewer);
      assertStanding(await findClaimInScope(tx, viewer, id));
      return updateVersion(
        tx,
        tx.claim,
        { id, version },
        { signedOffAt: new Date(), signedOffBy: viewer.name, signedOffById: viewer.userId },
      );
    },
    within,
  );
}

/** The office no longer says it, from a day on and for a reason; it raises no alarm after. */
export async function withdrawClaim(viewer: Viewer, { id, version, ...input }: WithdrawClaimInput) {
  return inChangeSet(viewer, "claims.withdraw", input.reason, async (tx) => {
    assertReachesZone(viewer);
    const claim = await findClaimInScope(tx, viewer, id);
    assertStanding(claim);
    const withdrawnOn = fromCivil(toCivil(input.withdrawnOn));
    if (withdrawnOn < claim.publishedOn) throw invalid({ withdrawnOn: "claims.errors.beforePublished" });
    return updateVersion(tx, tx.claim, { id, version }, { withdrawnOn });
  });
}

async function checkScopes(tx: Tx, viewer: Viewer, { bindings }: CreateClaimInput): Promise<void> {
  for (const { scope, scopeId } of bindings) if (scopeId) await assertScope(tx, viewer, scope, scopeId);
}

function toBindings(claimId: string, { bindings }: CreateClaimInput) {
  return bindings.map(({ scopeId, ...binding }, position) => {
    const column = scopeColumns[binding.scope];
    return { ...binding, claimId, position, ...(column && { [column]: scopeId }) };
  });
}

function toData({ bindings: _, publishedOn, asOf, ...input }: CreateClaimInput) {
  return {
    ...input,
    publishedOn: fromCivil(toCivil(publishedOn)),
    asOf: fromCivil(toCivil(asOf)),
    ...toSortKeys(input.textZh, input.textEn),
    search: toSearchable(input.code, [input.textZh, input.textEn]),
  };
}
