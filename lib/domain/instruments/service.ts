import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { toSearchable } from "@/lib/platform/names/searchable";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { assertAgreements } from "../agreements/queries-options";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { findInstrumentInScope } from "./queries";
import type { CreateInstrumentInput, UpdateInstrumentInput } from "./schema";

export async function createInstrument(viewer: Viewer, input: CreateInstrumentInput, within?: Within) {
  return inChangeSet(
    viewer,
    "instruments.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await checkReach(tx, viewer, input);
      return tx.instrument.create({ data: toData(input), select: { id: true, version: true } });
    },
    within,
  );
}

export async function updateInstrument(viewer: Viewer, { id, version, ...input }: UpdateInstrumentInput) {
  return inChangeSet(viewer, "instruments.update", null, async (tx) => {
    assertReachesZone(viewer);
    await findInstrumentInScope(tx, viewer, id);
    await checkReach(tx, viewer, input);
    return updateVersion(tx, tx.instrument, { id, version }, toData(input));
  });
}

async function checkReach(tx: Tx, viewer: Viewer, input: CreateInstrumentInput): Promise<void> {
  if (input.issuerId) await findEnterpriseInScope(tx, viewer, input.issuerId);
  if (input.agreementId) await assertAgreements(tx, viewer, [input.agreementId]);
}

function toData({ amount, pricedOn, maturesOn, ...input }: CreateInstrumentInput) {
  return {
    ...input,
    ...amount,
    pricedOn: fromCivil(toCivil(pricedOn)),
    maturesOn: maturesOn ? fromCivil(toCivil(maturesOn)) : null,
    ...toSortKeys(input.nameZh, input.nameEn),
    search: toSearchable(input.code, [input.nameZh, input.nameEn, input.issuerZh, input.issuerEn]),
  };
}
