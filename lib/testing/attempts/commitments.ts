import {
  correctMeasurementSchema,
  createCommitmentSchema,
  measureCommitmentSchema,
  updateCommitmentSchema,
  waiveCommitmentSchema,
} from "@/lib/domain/commitments/schema";
import {
  createCommitment,
  unwaiveCommitment,
  updateCommitment,
  waiveCommitment,
} from "@/lib/domain/commitments/service";
import {
  correctMeasurement,
  measureCommitment,
  removeMeasurement,
} from "@/lib/domain/commitments/service-measurements";
import { makeCommitment, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const measured = { on: "2022-06-30", value: "120", source: "Return" };
const terms = () => ({
  ...{ code: unique("CM-"), titleEn: "A promise", promisorEn: "Somebody" },
  ...{ baselineValue: "0", baselineOn: "2022-03-31", targetValue: "500", targetOn: "2022-12-31" },
});
const waiving = (id: string) =>
  waiveCommitmentSchema.parse({ id, version, waivedOn: "2022-11-01", reason: "Council" });

async function newMeasurement() {
  const { id: commitmentId } = await makeCommitment();
  return measureCommitment(system, measureCommitmentSchema.parse({ commitmentId, ...measured }));
}

/** The services of commitments and their measurements. */
export const commitmentAttempts: Attempts = {
  createCommitment: {
    verb: "commitments.create",
    prepare: async () => (viewer) => createCommitment(viewer, createCommitmentSchema.parse(terms())),
  },
  updateCommitment: {
    verb: "commitments.update",
    prepare: async () => {
      const { id } = await makeCommitment();
      const input = updateCommitmentSchema.parse({ id, version, ...terms() });
      return (viewer) => updateCommitment(viewer, input);
    },
  },
  measureCommitment: {
    verb: "commitments.measure",
    prepare: async () => {
      const { id: commitmentId } = await makeCommitment();
      const input = measureCommitmentSchema.parse({ commitmentId, ...measured });
      return (viewer) => measureCommitment(viewer, input);
    },
  },
  correctMeasurement: {
    verb: "commitments.correctMeasurement",
    prepare: async () => {
      const { id } = await newMeasurement();
      const input = correctMeasurementSchema.parse({ id, version, ...measured, value: "121" });
      return (viewer) => correctMeasurement(viewer, input);
    },
  },
  removeMeasurement: {
    verb: "commitments.removeMeasurement",
    prepare: async () => {
      const { id } = await newMeasurement();
      return (viewer) => removeMeasurement(viewer, { id, version, reason: null });
    },
  },
  waiveCommitment: {
    verb: "commitments.waive",
    prepare: async () => {
      const { id } = await makeCommitment();
      return (viewer) => waiveCommitment(viewer, waiving(id));
    },
  },
  unwaiveCommitment: {
    verb: "commitments.unwaive",
    prepare: async () => {
      const { id } = await makeCommitment();
      await waiveCommitment(system, waiving(id));
      return (viewer) => unwaiveCommitment(viewer, { id, version: 2, reason: null });
    },
  },
};
