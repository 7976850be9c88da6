import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { toSearchable } from "@/lib/platform/names/searchable";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { findParkInScope } from "../parks/queries";
import { assertOwner } from "../users/queries";
import { findCommitmentInScope } from "./queries";
import { assertNamedThere } from "./queries-named";
import { assertBound, toBindings } from "./rules";
import type {
  CreateCommitmentInput,
  UnwaiveCommitmentInput,
  UpdateCommitmentInput,
  WaiveCommitmentInput,
} from "./schema";

/** @throws AppError INVALID at a field; CONFLICT for a code that is taken; FORBIDDEN for who does not reach the zone */
export async function createCommitment(viewer: Viewer, input: CreateCommitmentInput, within?: Within) {
  return inChangeSet(
    viewer,
    "commitments.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      const { steps, ...data } = await toData(tx, viewer, input);
      return tx.commitment.create({
        data: { ...data, steps: { create: steps } },
        select: { id: true, version: true },
      });
    },
    within,
  );
}

/** Its steps are given whole: those that are left out go. */
export async function updateCommitment(
  viewer: Viewer,
  { id, version, ...input }: UpdateCommitmentInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "commitments.update",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await findCommitmentInScope(tx, viewer, id);
      const { steps, ...data } = await toData(tx, viewer, input);
      const updated = await updateVersion(tx, tx.commitment, { id, version }, data);
      const standing = await tx.commitmentStep.findMany({
        where: { commitmentId: id },
        select: { id: true, on: true, value: true },
      });
      const keyOf = (step: { on: Date; value: { toString(): string } | string }) =>
        `${step.on.getTime()} ${Number(step.value)}`;
      const wanted = new Set(steps.map(keyOf));
      const kept = new Set(standing.map(keyOf));
      const gone = standing.filter((step) => !wanted.has(keyOf(step))).map((step) => step.id);
      if (gone.length > 0) await tx.commitmentStep.deleteMany({ where: { id: { in: gone } } });
      const fresh = steps.filter((step) => !kept.has(keyOf(step)));
      if (fresh.length > 0) {
        await tx.commitmentStep.createMany({ data: fresh.map((step) => ({ ...step, commitmentId: id })) });
      }
      return updated;
    },
    within,
  );
}

/** By a decision of a day, with its reason, it need not be kept. */
export async function waiveCommitment(viewer: Viewer, input: WaiveCommitmentInput) {
  return inChangeSet(viewer, "commitments.waive", input.reason, async (tx) => {
    assertReachesZone(viewer);
    const { baselineOn } = await findCommitmentInScope(tx, viewer, input.id);
    if (fromCivil(input.waivedOn) < baselineOn) {
      throw invalid({ waivedOn: "commitments.errors.waivedEarly" });
    }
    const waived = { waivedOn: fromCivil(input.waivedOn), waivedReason: input.reason };
    return updateVersion(tx, tx.commitment, input, waived);
  });
}

/** It stands again, as if the decision had not been taken. */
export async function unwaiveCommitment(viewer: Viewer, input: UnwaiveCommitmentInput) {
  return inChangeSet(viewer, "commitments.unwaive", input.reason, async (tx) => {
    assertReachesZone(viewer);
    await findCommitmentInScope(tx, viewer, input.id);
    return updateVersion(tx, tx.commitment, input, { waivedOn: null, waivedReason: null });
  });
}

async function toData(tx: Tx, viewer: Viewer, input: CreateCommitmentInput) {
  const bindings = toBindings(input);
  assertBound(input);
  await assertNamedThere(tx, viewer, { ...input, ...bindings });
  if (input.promisorId) await findEnterpriseInScope(tx, viewer, input.promisorId);
  if (bindings.ofEnterpriseId) await findEnterpriseInScope(tx, viewer, bindings.ofEnterpriseId);
  if (bindings.ofParkId) await findParkInScope(tx, viewer, bindings.ofParkId);
  if (input.ownerId) await assertOwner(tx, input.ownerId);
  return {
    ...input,
    ...bindings,
    ...toSortKeys(input.titleZh, input.titleEn),
    search: toSearchable(input.code, [input.titleZh, input.titleEn]),
    baselineOn: fromCivil(input.baselineOn),
    targetOn: fromCivil(input.targetOn),
    steps: input.path === "STEPPED" ? input.steps.map(({ on, value }) => ({ on: fromCivil(on), value })) : [],
  };
}
