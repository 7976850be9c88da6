import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { inChangeSet, type Within } from "../in-change-set";
import { UNSET } from "./rules";
import type { UpdateZoneInput } from "./schema";

/**
 * Says which zone this is and who reports on it, for the first time or again.
 * @throws AppError STALE where somebody saved since, CONFLICT where somebody set it first
 */
export async function updateZone(
  viewer: Viewer,
  { id, version, ...input }: UpdateZoneInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "zone.update",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      if (version === UNSET && (await tx.zone.count()) === 0) {
        return tx.zone.create({ data: { id, ...input }, select: { id: true, version: true } });
      }
      return updateVersion(tx, tx.zone, { id, version }, input);
    },
    within,
  );
}
