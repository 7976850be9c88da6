import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { inChangeSet, type Within } from "../in-change-set";
import { findSeriesInScope } from "./queries";
import type { CreateSeriesInput, UpdateSeriesInput } from "./schema";

/** A row of meetings that follow one another. @throws AppError FORBIDDEN for who does not reach the whole zone */
export async function createSeries(viewer: Viewer, input: CreateSeriesInput, within?: Within) {
  return inChangeSet(
    viewer,
    "meetings.createSeries",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      return tx.meetingSeries.create({ data: input, select: { id: true, version: true } });
    },
    within,
  );
}

/** Its names and notes, and from which day on no further session is expected. */
export async function updateSeries(viewer: Viewer, { id, version, ...input }: UpdateSeriesInput) {
  return inChangeSet(viewer, "meetings.updateSeries", null, async (tx) => {
    assertReachesZone(viewer);
    await findSeriesInScope(tx, viewer, id);
    const endedOn = input.endedOn ? fromCivil(toCivil(input.endedOn)) : null;
    return updateVersion(tx, tx.meetingSeries, { id, version }, { ...input, endedOn });
  });
}
