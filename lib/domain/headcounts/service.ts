import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { conflict } from "@/lib/platform/errors/app-error";
import { assertEnterprisesInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { assertParksInScope } from "../parks/queries";
import { findHeadcountInScope } from "./queries";
import type { CreateHeadcountInput, DeleteHeadcountInput, UpdateHeadcountInput } from "./schema";

/** What a firm declares for a park at a date; one declaration a day. */
export async function createHeadcount(viewer: Viewer, input: CreateHeadcountInput, within?: Within) {
  const { ids, changeSetId } = await createHeadcounts(viewer, [input], within);
  return { id: ids[0] ?? "", version: 1, changeSetId };
}

/** Many declarations at once; each firm and each park must be within reach. */
export async function createHeadcounts(viewer: Viewer, inputs: CreateHeadcountInput[], within?: Within) {
  return inChangeSet(
    viewer,
    "headcounts.create",
    null,
    async (tx) => {
      await assertEnterprisesInScope(
        tx,
        viewer,
        inputs.map((input) => input.enterpriseId),
      );
      await assertParksInScope(
        tx,
        viewer,
        inputs.map((input) => input.parkId),
      );
      const source = viewer.via === "IMPORT" ? ("IMPORT" as const) : ("OFFICER" as const);
      const rows = await tx.headcount.createManyAndReturn({
        data: inputs.map((input) => ({ ...input, on: fromCivil(toCivil(input.on)), source })),
        select: { id: true },
      });
      return { ids: rows.map((row) => row.id) };
    },
    within,
  );
}

export async function updateHeadcount(
  viewer: Viewer,
  { id, version, ...input }: UpdateHeadcountInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "headcounts.update",
    null,
    async (tx) => {
      assertOwnWord(await findHeadcountInScope(tx, viewer, id));
      return updateVersion(
        tx,
        tx.headcount,
        { id, version },
        {
          ...input,
          on: fromCivil(toCivil(input.on)),
        },
      );
    },
    within,
  );
}

/** Takes back a declaration that was entered by mistake; the history keeps it. */
export async function deleteHeadcount(viewer: Viewer, { id, version, reason }: DeleteHeadcountInput) {
  return inChangeSet(viewer, "headcounts.delete", reason, async (tx) => {
    assertOwnWord(await findHeadcountInScope(tx, viewer, id));
    return deleteVersion(tx, tx.headcount, { id, version });
  });
}

/** What a return declared is put right in the return, so that the two never disagree. @throws AppError CONFLICT */
function assertOwnWord({ returnId }: { returnId: string | null }): void {
  if (returnId !== null) throw conflict("headcounts.errors.ofReturn");
}
