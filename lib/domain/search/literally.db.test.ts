import { beforeEach, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { resetDatabase } from "@/lib/testing/database";
import { makeCommitment, makeFirm, makePark, makeViewer, system, unique } from "@/lib/testing/factories";
import { listChangeSets } from "../change-sets/queries";
import { changeSetListSchema } from "../change-sets/schema";
import { listCommitmentIds } from "../commitments/queries";
import { commitmentListSchema } from "../commitments/schema";
import { listEmployees } from "../employees/queries";
import { createEmployeeSchema, employeeListSchema } from "../employees/schema";
import { createEmployee } from "../employees/service";
import { listHeadcounts } from "../headcounts/queries";
import { createHeadcountSchema, headcountListSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { listParks } from "../parks/queries";
import { createParkSchema, parkListSchema } from "../parks/schema";
import { createPark } from "../parks/service";
import { listProjects } from "../projects/queries";
import { createProjectSchema, projectListSchema } from "../projects/schema";
import { createProject } from "../projects/service";
import { listUsers } from "../users/queries";
import { createUserSchema, userListSchema } from "../users/schema";
import { createUser } from "../users/service";

beforeEach(resetDatabase);

const asOf = toCivil("2022-11-01");

/** What each list finds by a text: one record is called `50%_off`, another `50 of off`, which a pattern would match. */
const lists: Record<string, (viewer: Viewer, query: string) => Promise<number>> = {
  parks: async (viewer, query) => (await listParks(viewer, parkListSchema.parse({ query }))).total,
  projects: async (viewer, query) => (await listProjects(viewer, projectListSchema.parse({ query }))).total,
  commitments: async (viewer, query) =>
    (await listCommitmentIds(viewer, commitmentListSchema.parse({ query }))).length,
  headcounts: async (viewer, query) =>
    (await listHeadcounts(viewer, headcountListSchema.parse({ query }), asOf)).total,
  employees: async (viewer, query) =>
    (await listEmployees(viewer, employeeListSchema.parse({ query }), asOf)).total,
  users: async (viewer, query) => (await listUsers(viewer, userListSchema.parse({ query }))).total,
  "change sets": async (viewer, by) =>
    (await listChangeSets(viewer, changeSetListSchema.parse({ by }))).total,
};

it.each(Object.entries(lists))(
  "in the search of %s a percent sign and an underscore are letters",
  async (_, find) => {
    for (const name of ["50%_off", "50 of off"]) {
      const as = { ...(await makeViewer("ADMIN")), name } as Viewer;
      await createPark(as, createParkSchema.parse({ code: unique("P"), nameEn: name }));
      await createProject(system, createProjectSchema.parse({ code: unique("PR"), titleEn: name }));
      await makeCommitment({ titleEn: name });
      const user = { role: "MANAGER", name, email: `${unique("p")}@test.example`, allParks: true };
      await createUser(system, createUserSchema.parse({ ...user, parkIds: [], enterpriseIds: [] }));
      const { id: enterpriseId } = await makeFirm({ nameEn: name });
      const place = { enterpriseId, parkId: (await makePark()).id };
      await createHeadcount(system, createHeadcountSchema.parse({ ...place, on: "2022-09-30", total: "2" }));
      const person = { name: "Quentin", staffNo: `S-${name}`, joinedOn: "2022-01-01", employment: "OWN" };
      await createEmployee(system, createEmployeeSchema.parse({ ...place, ...person }));
    }
    const viewer = await makeViewer("ADMIN");
    expect(await find(viewer, "50%_off")).toBe(1);
  },
);
