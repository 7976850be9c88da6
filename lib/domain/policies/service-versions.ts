import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { addDays, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { toDays } from "./dto";
import { findPolicyInScope } from "./queries";
import { assertCanEnd } from "./rules";
import type { AddVersionInput, EndVersionInput, RemoveVersionInput, UpdateVersionInput } from "./schema";

/**
 * A new text, in force from a day on. The text that is in force without an end gives way to it the day before; one that
 * has an end of its own and would overlap is a clash, which the database tells.
 */
export async function addPolicyVersion(
  viewer: Viewer,
  { id, version, ...input }: AddVersionInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "policies.addVersion",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      const { versions } = await findPolicyInScope(tx, viewer, id);
      // The policy's version stands for its texts too: two who change them see each other.
      const updated = await updateVersion(tx, tx.policy, { id, version }, {});
      const from = toCivil(input.inForceFrom);
      const open = versions.map(toDays).find((text) => text.inForceTo === null && text.inForceFrom < from);
      if (open) {
        await tx.policyVersion.update({
          where: { policyId_number: { policyId: id, number: open.number } },
          data: { inForceTo: fromCivil(addDays(from, -1)) },
          select: { id: true },
        });
      }
      const number = Math.max(0, ...versions.map((text) => text.number)) + 1;
      await tx.policyVersion.create({
        data: { ...toData(input), policyId: id, number },
        select: { id: true },
      });
      return updated;
    },
    within,
  );
}

/** Corrects a text or its days. */
export async function updatePolicyVersion(
  viewer: Viewer,
  { id, version, number, ...input }: UpdateVersionInput,
) {
  return inChangeSet(viewer, "policies.updateVersion", null, async (tx) => {
    assertReachesZone(viewer);
    await findText(tx, viewer, id, number);
    const updated = await updateVersion(tx, tx.policy, { id, version }, {});
    await tx.policyVersion.update({
      where: { policyId_number: { policyId: id, number } },
      data: toData(input),
      select: { id: true },
    });
    return updated;
  });
}

/** Repeals a text: it is in force up to and including a day, and no longer. */
export async function endPolicyVersion(viewer: Viewer, input: EndVersionInput) {
  const { id, version, number, reason } = input;
  return inChangeSet(viewer, "policies.endVersion", reason, async (tx) => {
    assertReachesZone(viewer);
    const inForceTo = toCivil(input.inForceTo);
    assertCanEnd(toDays(await findText(tx, viewer, id, number)), inForceTo);
    const updated = await updateVersion(tx, tx.policy, { id, version }, {});
    await tx.policyVersion.update({
      where: { policyId_number: { policyId: id, number } },
      data: { inForceTo: fromCivil(inForceTo) },
      select: { id: true },
    });
    return updated;
  });
}

/** Takes a text back that was entered by mistake; the history keeps it. */
export async function removePolicyVersion(viewer: Viewer, input: RemoveVersionInput) {
  const { id, version, number, reason } = input;
  return inChangeSet(viewer, "policies.removeVersion", reason, async (tx) => {
    assertReachesZone(viewer);
    await findText(tx, viewer, id, number);
    const updated = await updateVersion(tx, tx.policy, { id, version }, {});
    await tx.policyVersion.deleteMany({ where: { policyId: id, number } });
    return updated;
  });
}

/** @throws AppError NOT_FOUND */
async function findText(tx: Tx, viewer: Viewer, id: string, number: number) {
  const { versions } = await findPolicyInScope(tx, viewer, id);
  const text = versions.find((one) => one.number === number);
  if (!text) throw notFound();
  return text;
}

function toData({ inForceFrom, inForceTo, ...texts }: Omit<AddVersionInput, "id" | "version">) {
  return {
    ...texts,
    inForceFrom: fromCivil(toCivil(inForceFrom)),
    inForceTo: inForceTo ? fromCivil(toCivil(inForceTo)) : null,
  };
}
