import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { changeMany } from "@/lib/platform/change-sets/change-many";
import { inChangeSet } from "../in-change-set";
import { findProjectsToChange } from "./queries-many";
import type { ChangeProjectsInput } from "./schema";

/**
 * Sets what was chosen on many projects as one change set; those that have it already are not touched.
 * @throws AppError CONFLICT where they are no longer what was looked at; NOT_FOUND; INVALID
 */
export async function changeProjects(viewer: Viewer, input: ChangeProjectsInput) {
  return inChangeSet(viewer, "projects.changeMany", input.reason, async (tx) => {
    return changeMany(tx, await findProjectsToChange(tx, viewer, input), input.digest);
  });
}
