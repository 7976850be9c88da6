import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { inChangeSet, type Within } from "../in-change-set";
import { findCommitmentInScope, findMeasurementInScope } from "./queries";
import { assertCome, assertTyped } from "./rules";
import type { CorrectMeasurementInput, MeasureCommitmentInput, RemoveMeasurementInput } from "./schema";

/**
 * A value on a day, with where it comes from.
 * @throws AppError CONFLICT where the record itself measures, or the day has a value already; INVALID ahead of its day
 */
export async function measureCommitment(viewer: Viewer, input: MeasureCommitmentInput, within?: Within) {
  return inChangeSet(
    viewer,
    "commitments.measure",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      assertTyped(await findCommitmentInScope(tx, viewer, input.commitmentId));
      assertCome("on", input.on, todayInZone());
      return tx.commitmentMeasurement.create({
        data: { ...input, on: fromCivil(input.on) },
        select: { id: true, version: true, commitmentId: true },
      });
    },
    within,
  );
}

/** What was typed wrong is put right; the history keeps what it was. */
export async function correctMeasurement(
  viewer: Viewer,
  { id, version, ...input }: CorrectMeasurementInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "commitments.correctMeasurement",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      const { commitment, commitmentId } = await findMeasurementInScope(tx, viewer, id);
      assertTyped(commitment);
      assertCome("on", input.on, todayInZone());
      const data = { ...input, on: fromCivil(input.on) };
      return { ...(await updateVersion(tx, tx.commitmentMeasurement, { id, version }, data)), commitmentId };
    },
    within,
  );
}

/** What was measured by mistake goes; the history keeps it. */
export async function removeMeasurement(viewer: Viewer, { id, version, reason }: RemoveMeasurementInput) {
  return inChangeSet(viewer, "commitments.removeMeasurement", reason, async (tx) => {
    assertReachesZone(viewer);
    const { commitmentId } = await findMeasurementInScope(tx, viewer, id);
    return { ...(await deleteVersion(tx, tx.commitmentMeasurement, { id, version })), commitmentId };
  });
}
