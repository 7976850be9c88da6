import "server-only";
import type { Viewer } from "../platform/auth/viewer";
import { openChangeSet } from "../platform/change-sets/open";
import type { Tx } from "../platform/db/client";
import { assertCan, type Verb } from "./permissions";

/** A change set that is already open: an import or the sample zone writes many records under one header. */
export type Within = { tx: Tx; changeSetId: string };

/**
 * The only door to a write: asks the matrix, opens the transaction and its header, or joins the one given.
 * @param onBehalfOfId who asked for it, where the viewer decides on somebody's request
 * @throws AppError FORBIDDEN, or whatever rule the change breaks
 */
export async function inChangeSet<T extends object>(
  viewer: Viewer,
  verb: Verb,
  reason: string | null | undefined,
  change: (tx: Tx, changeSetId: string) => Promise<T>,
  within?: Within,
  onBehalfOfId?: string | null,
): Promise<T & { changeSetId: string }> {
  assertCan(viewer, verb);
  if (within) return { ...(await change(within.tx, within.changeSetId)), changeSetId: within.changeSetId };
  return openChangeSet(viewer, { verb, reason, onBehalfOfId }, async (tx, changeSetId) => ({
    ...(await change(tx, changeSetId)),
    changeSetId,
  }));
}
