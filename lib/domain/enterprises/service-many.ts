import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { changeMany } from "@/lib/platform/change-sets/change-many";
import { inChangeSet } from "../in-change-set";
import { findEnterprisesToChange } from "./queries-many";
import type { ChangeEnterprisesInput } from "./schema";

/**
 * Sets what was chosen on many firms as one change set; those that have it already are not touched.
 * @throws AppError CONFLICT where they are no longer what was looked at; NOT_FOUND; INVALID
 */
export async function changeEnterprises(viewer: Viewer, input: ChangeEnterprisesInput) {
  return inChangeSet(viewer, "enterprises.changeMany", input.reason, async (tx) => {
    return changeMany(tx, await findEnterprisesToChange(tx, viewer, input), input.digest);
  });
}
