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
import { runJob } from "@/lib/domain/jobs/service";
import { createNameOpeningSchema } from "@/lib/domain/name-openings/schema";
import { closeNameOpening, createNameOpening } from "@/lib/domain/name-openings/service";
import { toCivil } from "@/lib/platform/dates/civil";
import { makeFirm, makePark, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const joinedOn = "2022-01-01";

async function newEmployee(given: object = {}) {
  const [firm, park] = [await makeFirm(), await makePark()];
  const name = "Somebody Else";
  return createEmployeeSchema.parse({
    ...{ enterpriseId: firm.id, parkId: park.id, name, staffNo: unique("S"), joinedOn },
    ...given,
  });
}

const employed = async (given: object = {}) => createEmployee(system, await newEmployee(given));

/** The services of the roster, of its names and of scheduled work. */
export const employeeAttempts: Attempts = {
  createEmployee: {
    verb: "employees.create",
    prepare: async () => {
      const input = await newEmployee();
      return (viewer) => createEmployee(viewer, { ...input, staffNo: unique("S") });
    },
  },
  createEmployees: {
    verb: "employees.create",
    prepare: async () => {
      const input = await newEmployee();
      return (viewer) => createEmployees(viewer, [{ ...input, staffNo: unique("S") }]);
    },
  },
  updateEmployee: {
    verb: "employees.update",
    prepare: async () => {
      const { id } = await employed();
      const input = updateEmployeeSchema.parse({ id, version, name: "Another Name", joinedOn });
      return (viewer) => updateEmployee(viewer, input);
    },
  },
  leaveEmployee: {
    verb: "employees.leave",
    prepare: async () => {
      const { id } = await employed();
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
