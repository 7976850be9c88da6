import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { changeMany } from "@/lib/platform/change-sets/change-many";
import { inChangeSet } from "../in-change-set";
import { findUnitsToChange } from "./queries-many";
import type { ChangeUnitsInput } from "./schema";

/**
 * Sets what was chosen on many units as one change set; those that have it already are not touched.
 * @throws AppError CONFLICT where they are no longer what was looked at; NOT_FOUND; INVALID
 */
export async function changeUnits(viewer: Viewer, input: ChangeUnitsInput) {
  return inChangeSet(viewer, "units.changeMany", input.reason, async (tx) => {
    return changeMany(tx, await findUnitsToChange(tx, viewer, input), input.digest);
  });
}
