import {
  createEmployeeSchema,
  leaveEmployeeSchema,
  updateEmployeeSchema,
} from "@/lib/domain/employees/schema";
import {
  createEmployee,
  createEmployees,
  leaveEmployee,
  updateEmployee,
} from "@/lib/domain/employees/service";
import { purgeEmployees } from "@/lib/domain/employees/service-purge";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount } from "@/lib/domain/headcounts/service";
import { runJob } from "@/lib/domain/jobs/service";
import { createNameOpeningSchema } from "@/lib/domain/name-openings/schema";
import { closeNameOpening, createNameOpening } from "@/lib/domain/name-openings/service";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { makeFirm, makePark, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const joinedOn = "2022-01-01";

/** Somebody of a firm that is in a park: of one's own firm, for whoever acts for one. */
async function newEmployee(given: object = {}, by: Viewer = system) {
  const [firm, park] = [{ id: by.enterpriseIds?.[0] ?? (await makeFirm()).id }, await makePark()];
  const counted = { enterpriseId: firm.id, parkId: park.id, on: "2022-03-31", total: "1" };
  if (by.enterpriseIds) await createHeadcount(system, createHeadcountSchema.parse(counted));
  const name = "Somebody Else";
  return createEmployeeSchema.parse({
    ...{ enterpriseId: firm.id, parkId: park.id, name, staffNo: unique("S"), joinedOn },
    ...given,
  });
}

const employed = async (given: object = {}, by: Viewer = system) =>
  createEmployee(system, await newEmployee(given, by));

/** The services of the roster, of its names and of scheduled work. */
export const employeeAttempts: Attempts = {
  createEmployee: {
    verb: "employees.create",
    prepare: async (by) => {
      const input = await newEmployee({}, by);
      return (viewer) => createEmployee(viewer, { ...input, staffNo: unique("S") });
    },
  },
  createEmployees: {
    verb: "employees.create",
    prepare: async (by) => {
      const input = await newEmployee({}, by);
      return (viewer) => createEmployees(viewer, [{ ...input, staffNo: unique("S") }]);
    },
  },
  updateEmployee: {
    verb: "employees.update",
    prepare: async (by) => {
      const { id } = await employed({}, by);
      const input = updateEmployeeSchema.parse({ id, version, name: "Another Name", joinedOn });
      return (viewer) => updateEmployee(viewer, input);
    },
  },
  leaveEmployee: {
    verb: "employees.leave",
    prepare: async (by) => {
      const { id } = await employed({}, by);
      const input = leaveEmployeeSchema.parse({ id, version, leftOn: "2022-06-30" });
      return (viewer) => leaveEmployee(viewer, input);
    },
  },
  purgeEmployees: {
    verb: "employees.purge",
    prepare: async () => {
      await employed({ joinedOn: "2001-01-01", leftOn: "2001-06-30" });
      return (viewer) => purgeEmployees(viewer, { cutoff: toCivil("2002-01-01") });
    },
  },
  createNameOpening: {
    verb: "name-openings.create",
    prepare: async () => {
      const firm = await makeFirm();
      const given = { enterpriseId: firm.id, purpose: "PERMIT", note: "Three renewals" };
      return (viewer) => createNameOpening(viewer, createNameOpeningSchema.parse(given));
    },
  },
  closeNameOpening: {
    verb: "name-openings.close",
    prepare: async () => {
      const firm = await makeFirm();
      return (viewer) => closeNameOpening(viewer, { enterpriseId: firm.id });
    },
  },
  runJob: {
    verb: "jobs.run",
    prepare: async () => (viewer) => runJob(viewer, { job: "PURGE_EMPLOYEES", dryRun: true }),
  },
};
