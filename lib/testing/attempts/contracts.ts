import { createImportSchema, updateImportSchema } from "@/lib/domain/imports/schema";
import { commitImport, createImport, updateImport } from "@/lib/domain/imports/service";
import {
  holdOverLeaseSchema,
  logTenancySchema,
  moveInLeaseSchema,
  moveOutLeaseSchema,
  terminateLeaseSchema,
  updateLeaseSchema,
} from "@/lib/domain/leases/schema";
import { createLease, updateLease } from "@/lib/domain/leases/service";
import { createLeases, updateLeases } from "@/lib/domain/leases/service-bulk";
import { logTenancy } from "@/lib/domain/leases/service-tenancy";
import { holdOverLease, moveInLease, moveOutLease, terminateLease } from "@/lib/domain/leases/service-verbs";
import { newId } from "@/lib/platform/change-sets/open";
import { leaseInput, makeFirm, makePark, makeUnit, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;

async function newLease() {
  const [unit, firm] = [await makeUnit(await makePark()), await makeFirm()];
  return leaseInput({ enterpriseId: firm.id, units: [unit.id] });
}

async function signed() {
  const input = await newLease();
  const { id } = await createLease(system, input);
  return { id, input };
}

const counts = { rows: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, failed: 0 };
const outcome = new Uint8Array([1]);
const file = { fileName: "a.csv", fileSize: 1, fileHash: "hash", sheet: null, headerRow: 0, headers: [] };
const newFile = createImportSchema.parse({ kind: "units", ...file });
const checked = { bytes: outcome, table: outcome, outcome, counts, mapping: {} };

/** The services of leases, and of files that bring records in. */
export const contractAttempts: Attempts = {
  createLease: {
    verb: "leases.create",
    prepare: async () => {
      const input = await newLease();
      return (viewer) => createLease(viewer, input);
    },
  },
  logTenancy: {
    verb: "leases.logTenancy",
    prepare: async () => {
      const unit = await makeUnit(await makePark());
      const input = logTenancySchema.parse({
        enterpriseId: "new",
        firm: { nameEn: unique("Tenant ") },
        startsOn: "2022-01-01",
        endsOn: "2024-12-31",
        lines: [{ unitId: unit.id }],
        headcount: "12",
      });
      return (viewer) => logTenancy(viewer, input);
    },
  },
  createLeases: {
    verb: "leases.create",
    prepare: async () => {
      const input = await newLease();
      const lines = input.lines.map(({ unitId }) => ({ unitId, area: "100" }));
      return (viewer) => createLeases(viewer, [{ ...input, lines, id: newId() }]);
    },
  },
  updateLease: {
    verb: "leases.update",
    prepare: async () => {
      const { id, input } = await signed();
      return (viewer) => updateLease(viewer, updateLeaseSchema.parse({ ...input, id, version }));
    },
  },
  updateLeases: {
    verb: "leases.update",
    prepare: async () => {
      const { id, input } = await signed();
      return (viewer) => updateLeases(viewer, [{ ...input, id, version, newLines: [], lineAreas: [] }]);
    },
  },
  moveInLease: {
    verb: "leases.moveIn",
    prepare: async () => {
      const { id } = await signed();
      return (viewer) =>
        moveInLease(viewer, moveInLeaseSchema.parse({ id, version, movedInOn: "2022-02-01" }));
    },
  },
  terminateLease: {
    verb: "leases.terminate",
    prepare: async () => {
      const { id } = await signed();
      const input = terminateLeaseSchema.parse({ id, version, terminatedOn: "2022-06-30" });
      return (viewer) => terminateLease(viewer, input);
    },
  },
  moveOutLease: {
    verb: "leases.moveOut",
    prepare: async () => {
      const { id } = await signed();
      return (viewer) =>
        moveOutLease(viewer, moveOutLeaseSchema.parse({ id, version, movedOutOn: "2022-06-30" }));
    },
  },
  holdOverLease: {
    verb: "leases.holdOver",
    prepare: async () => {
      const { id } = await signed();
      return (viewer) => holdOverLease(viewer, holdOverLeaseSchema.parse({ id, version, holdover: true }));
    },
  },
  createImport: {
    verb: "imports.create",
    prepare: async () => (viewer) => createImport(viewer, newFile, checked),
  },
  updateImport: {
    verb: "imports.create",
    prepare: async (by) => {
      const { id } = await createImport(by, newFile, checked);
      const input = updateImportSchema.parse({ id, version, mapping: {} });
      return (viewer) =>
        updateImport(viewer, input, { counts, outcome, remember: { signature: "s", mapping: {} } });
    },
  },
  commitImport: {
    verb: "imports.commit",
    prepare: async (by) => {
      const { id } = await createImport(by, newFile, checked);
      return (viewer) =>
        commitImport(viewer, { id, remember: { signature: "s", mapping: {} } }, async () => ({
          counts,
          outcome,
        }));
    },
  },
};
