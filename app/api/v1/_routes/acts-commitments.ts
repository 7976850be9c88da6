import { z } from "zod";
import { getCommitment } from "@/lib/domain/commitments/queries";
import {
  correctMeasurementSchema,
  measureCommitmentSchema,
  removeMeasurementSchema,
  unwaiveCommitmentSchema,
  waiveCommitmentSchema,
} from "@/lib/domain/commitments/schema";
import { unwaiveCommitment, waiveCommitment } from "@/lib/domain/commitments/service";
import {
  correctMeasurement,
  measureCommitment,
  removeMeasurement,
} from "@/lib/domain/commitments/service-measurements";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { notFound } from "@/lib/platform/errors/app-error";
import { act, at } from "./declare";

const of = { id: z.uuid(), version: z.int() };
/** As the forms have them, with the commitment said by the address and the measurement by its id. */
const { commitmentId: _, ...measured } = measureCommitmentSchema.shape;
const { id: __, version: ___, ...corrected } = correctMeasurementSchema.shape;
const { id: ____, version: _____, ...removed } = removeMeasurementSchema.shape;
const measureSchema = z.object({ ...of, ...measured });
const correctSchema = z.object({ ...of, measurementId: z.uuid(), ...corrected });
const removeSchema = z.object({ ...of, measurementId: z.uuid(), ...removed });

/** What is done to a commitment beside changing its fields. */
export const commitmentActs = {
  measureCommitment: act(
    "measureCommitment",
    "commitments.measure",
    at.commitment,
    "measure",
    measureSchema,
    async (viewer, { id, version: _version, ...input }) => {
      await measureCommitment(viewer, { ...input, commitmentId: id });
      return { id };
    },
  ),
  correctMeasurement: act(
    "correctMeasurement",
    "commitments.correctMeasurement",
    at.commitment,
    "correct-measurement",
    correctSchema,
    async (viewer, { id, version: _version, measurementId, ...input }) => {
      await correctMeasurement(viewer, { ...input, ...(await findMeasurement(viewer, id, measurementId)) });
      return { id };
    },
  ),
  removeMeasurement: act(
    "removeMeasurement",
    "commitments.removeMeasurement",
    at.commitment,
    "remove-measurement",
    removeSchema,
    async (viewer, { id, version: _version, measurementId, ...input }) => {
      await removeMeasurement(viewer, { ...input, ...(await findMeasurement(viewer, id, measurementId)) });
      return { id };
    },
  ),
  waiveCommitment: act(
    "waiveCommitment",
    "commitments.waive",
    at.commitment,
    "waive",
    waiveCommitmentSchema,
    waiveCommitment,
  ),
  unwaiveCommitment: act(
    "unwaiveCommitment",
    "commitments.unwaive",
    at.commitment,
    "unwaive",
    unwaiveCommitmentSchema,
    unwaiveCommitment,
  ),
};

/** A measurement of this commitment and of no other. @throws AppError NOT_FOUND */
async function findMeasurement(viewer: Viewer, commitmentId: string, measurementId: string) {
  const commitment = await getCommitment(viewer, commitmentId);
  const found = commitment?.measurements.find(({ id }) => id === measurementId);
  if (!found) throw notFound();
  return { id: found.id, version: found.version };
}
