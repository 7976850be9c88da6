import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import { inChangeSet, type Within } from "../in-change-set";
import { findProjectInScope } from "./queries";
import { findRagInScope } from "./queries-records";
import type { DeclareRagInput, WithdrawRagInput } from "./schema";

/** How its officer sees a project from a day on, and until when. Said again of one day, the last word stands. */
export async function declareRag(viewer: Viewer, input: DeclareRagInput, within?: Within) {
  return inChangeSet(
    viewer,
    "projects.declareRag",
    input.reason,
    async (tx) => {
      const { projectId, rag, reason } = input;
      await findProjectInScope(tx, viewer, projectId);
      const on = fromCivil(input.on);
      const said = { rag, reason, expiresOn: fromCivil(input.expiresOn) };
      return tx.projectRag.upsert({
        where: { projectId_on: { projectId, on } },
        create: { projectId, on, ...said },
        update: { ...said, version: { increment: 1 } },
        select: { id: true, version: true, projectId: true },
      });
    },
    within,
  );
}

/** What was declared no longer stands; only what is computed does. */
export async function withdrawRag(viewer: Viewer, { id, version, reason }: WithdrawRagInput) {
  return inChangeSet(viewer, "projects.withdrawRag", reason, async (tx) => {
    const { projectId } = await findRagInScope(tx, viewer, id);
    return { ...(await deleteVersion(tx, tx.projectRag, { id, version })), projectId };
  });
}
