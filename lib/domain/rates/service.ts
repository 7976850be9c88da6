import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { conflict, messageOf } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findRateInScope } from "./queries";
import { keyOfRate } from "./rules";
import type { CreateRateInput, DeleteRateInput, PasteRatesInput, UpdateRateInput } from "./schema";

/** What one currency was worth in another on a day; one a pair and day. */
export async function createRate(viewer: Viewer, input: CreateRateInput, within?: Within) {
  return inChangeSet(
    viewer,
    "rates.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      return tx.rate.create({ data: toData(input), select: { id: true, version: true } });
    },
    within,
  );
}

/** Many at once, all or none. @throws AppError CONFLICT that names the first pair and day that has a rate already */
export async function createRates(viewer: Viewer, { rows }: PasteRatesInput) {
  return inChangeSet(viewer, "rates.create", null, async (tx) => {
    assertReachesZone(viewer);
    const days = [...new Set(rows.map(({ on }) => on))].map((on) => fromCivil(toCivil(on)));
    const standing = await tx.rate.findMany({
      where: { on: { in: days } },
      select: { base: true, quote: true, on: true },
    });
    const taken = new Set(standing.map(({ on, ...pair }) => keyOfRate({ ...pair, on: toCivil(on) })));
    const twice = rows.find((row) => taken.has(keyOfRate(row)));
    if (twice) {
      const message = messageOf("rates.errors.pairTaken", {
        pair: `${twice.base}/${twice.quote}`,
        day: twice.on,
      });
      throw conflict(message, { lines: message });
    }
    const { count } = await tx.rate.createMany({ data: rows.map(toData) });
    return { count };
  });
}

export async function updateRate(viewer: Viewer, { id, version, ...input }: UpdateRateInput) {
  return inChangeSet(viewer, "rates.update", null, async (tx) => {
    assertReachesZone(viewer);
    await findRateInScope(tx, viewer, id);
    return updateVersion(tx, tx.rate, { id, version }, toData(input));
  });
}

/** Takes back a rate that was entered by mistake; the history keeps it. Amounts with a rate of their own keep that. */
export async function deleteRate(viewer: Viewer, { id, version, reason }: DeleteRateInput) {
  return inChangeSet(viewer, "rates.delete", reason, async (tx) => {
    assertReachesZone(viewer);
    await findRateInScope(tx, viewer, id);
    return deleteVersion(tx, tx.rate, { id, version });
  });
}

function toData(input: CreateRateInput) {
  return { ...input, on: fromCivil(toCivil(input.on)) };
}
