import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { forbidden } from "@/lib/platform/errors/app-error";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { inChangeSet, type Within } from "../in-change-set";
import { findParkInScope } from "./queries";
import type { CloseParkInput, CreateParkInput, UpdateParkInput } from "./schema";

/** A new park. An officer limited to parks cannot open another: it would be out of its own reach. */
export async function createPark(viewer: Viewer, input: CreateParkInput, within?: Within) {
  return inChangeSet(
    viewer,
    "parks.create",
    null,
    async (tx) => {
      if (viewer.parkIds !== null) throw forbidden();
      return tx.park.create({ data: toData(input), select: { id: true, version: true } });
    },
    within,
  );
}

export async function updatePark(
  viewer: Viewer,
  { id, version, ...input }: UpdateParkInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "parks.update",
    null,
    async (tx) => {
      await findParkInScope(tx, viewer, id);
      return updateVersion(tx, tx.park, { id, version }, toData(input));
    },
    within,
  );
}

/** Ends a park on a day; its past stays as it was. */
export async function closePark(viewer: Viewer, input: CloseParkInput) {
  return inChangeSet(viewer, "parks.close", input.reason, async (tx) => {
    const park = await findParkInScope(tx, viewer, input.id);
    const closedOn = input.closedOn ? fromCivil(toCivil(input.closedOn)) : null;
    return updateVersion(
      tx,
      tx.park,
      { id: park.id, version: input.version },
      { status: "CLOSED" as const, closedOn },
    );
  });
}

function toData({ plannedInvestment, openedOn, ...input }: CreateParkInput) {
  return {
    ...input,
    ...toSortKeys(input.nameZh, input.nameEn),
    openedOn: openedOn ? fromCivil(toCivil(openedOn)) : null,
    plannedInvestment: plannedInvestment?.amount ?? null,
    plannedInvestmentCurrency: plannedInvestment?.currency ?? null,
  };
}
