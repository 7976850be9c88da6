import { beforeAll, describe, expect, it } from "vitest";
import { getBuilding, listBuildings } from "@/lib/domain/buildings/queries";
import { buildingListSchema } from "@/lib/domain/buildings/schema";
import { listEmployees } from "@/lib/domain/employees/queries";
import { createEmployeeSchema, employeeListSchema } from "@/lib/domain/employees/schema";
import { createEmployees } from "@/lib/domain/employees/service";
import { getEnterprise, getTenancySpan } from "@/lib/domain/enterprises/queries";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { listHeadcounts } from "@/lib/domain/headcounts/queries";
import { createHeadcountSchema, headcountListSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcounts } from "@/lib/domain/headcounts/service";
import { getLease, listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { createLease } from "@/lib/domain/leases/service";
import { getPark, listParks } from "@/lib/domain/parks/queries";
import { parkListSchema } from "@/lib/domain/parks/schema";
import { getProject, listProjects } from "@/lib/domain/projects/queries";
import { projectListSchema } from "@/lib/domain/projects/schema";
import { reportProject } from "@/lib/domain/projects/service";
import { getUnit } from "@/lib/domain/units/queries";
import { listUnits } from "@/lib/domain/units/queries-list";
import { unitListSchema } from "@/lib/domain/units/schema";
import { getUser, listUsers } from "@/lib/domain/users/queries";
import { userListSchema } from "@/lib/domain/users/schema";
import { listHistory } from "@/lib/platform/change-sets/history";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { getProjectReport, listProjectReports } from "@/lib/reports/progress/facts";
import { listRosterRows } from "@/lib/reports/roster/facts";
import { resetDatabase } from "./database";
import {
  leaseInput,
  makeFirm,
  makeMilestone,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "./factories";
import { countStatements } from "./statements";

const day = toCivil("2022-06-01");
const all = { pageSize: "100" };
const times = <T>(n: number, make: (i: number) => Promise<T>) =>
  Array.from({ length: n }).reduce<Promise<T[]>>(
    async (done, _, i) => [...(await done), await make(i)],
    Promise.resolve([]),
  );

/** `n` of every noun, and one of every noun with `n` of all that hangs on it. */
async function makeZone(n: number) {
  await resetDatabase();
  const parks = await times(n, () => makePark());
  const park = parks[0] ?? (await makePark());
  const units = await times(n, () => makeUnit(park));
  const firms = await times(n, () => makeFirm());
  const firm = firms[0] ?? (await makeFirm());
  const busy = await makeUnit(park);
  await times(n, async (i) => {
    const year = { startsOn: `${2000 + i}-01-01`, endsOn: `${2000 + i}-12-31` };
    const unit = await makeUnit(park, { validFrom: "1990-01-01", shared: true });
    const input = leaseInput({ enterpriseId: firms[i]?.id ?? "", units: [unit.id], ...year });
    await createLease(system, input);
  });
  const wide = await createLease(
    system,
    leaseInput({ enterpriseId: firm.id, units: units.map(({ id }) => id), endsOn: "2022-12-31" }),
  );
  await times(n, (i) =>
    createLease(
      system,
      leaseInput({
        enterpriseId: firm.id,
        units: [busy.id],
        startsOn: `${2015 + i}-01-01`,
        endsOn: `${2015 + i}-12-31`,
      }),
    ),
  );
  const declared = firms.map(({ id }, i) =>
    createHeadcountSchema.parse({ enterpriseId: id, parkId: park.id, on: "2022-03-31", total: String(i) }),
  );
  await createHeadcounts(system, declared);
  const staff = firms.map(({ id }) =>
    createEmployeeSchema.parse({
      enterpriseId: id,
      parkId: park.id,
      name: "Made Up",
      joinedOn: "2022-01-01",
    }),
  );
  await createEmployees(system, staff);
  const projects = await times(n, () => makeProject({ parkId: park.id, leadId: firm.id }));
  const project = projects[0] ?? (await makeProject());
  await times(n, async (i) => {
    await makeMilestone({ projectId: project.id });
    if (i > 0) await makeMilestone({ projectId: projects[i]?.id });
    await reportProject(system, {
      projectId: project.id,
      on: toCivil("2022-05-01"),
      textEn: `Report ${i}`,
      textZh: null,
      periodFrom: null,
      periodTo: null,
    });
  });
  const parkIds = parks.map(({ id }) => id);
  const people = await times(n, () => makeViewer("OFFICER", { parkIds }));
  const codes = projects.map(({ code }) => code);
  return { park, firm, busy, wide, project, codes, userId: people[0]?.userId ?? "" };
}
type Zone = Awaited<ReturnType<typeof makeZone>>;

/** What each page asks of the database beyond its frame, and in how many statements. */
const pages: Record<string, { statements: number; ask: (zone: Zone) => Promise<unknown> }> = {
  parks: { statements: 2, ask: () => listParks(system, parkListSchema.parse(all)) },
  buildings: { statements: 2, ask: () => listBuildings(system, buildingListSchema.parse(all)) },
  units: { statements: 2, ask: () => listUnits(system, unitListSchema.parse(all), day) },
  enterprises: { statements: 1, ask: () => listEnterprises(system, enterpriseListSchema.parse(all), day) },
  leases: { statements: 2, ask: () => listLeases(system, leaseListSchema.parse(all), day) },
  projects: {
    statements: 3,
    ask: async ({ codes }) => [
      await listProjects(system, projectListSchema.parse(all)),
      await listProjectReports(system, codes, day),
    ],
  },
  users: { statements: 2, ask: () => listUsers(system, userListSchema.parse(all)) },
  "a park": {
    statements: 3,
    ask: async ({ park }) => [
      await getPark(system, park.id),
      await listBuildings(system, buildingListSchema.parse({ ...all, park: park.code })),
    ],
  },
  "a building": {
    statements: 3,
    ask: async ({ park: { buildingId } }) => [
      await getBuilding(system, buildingId),
      await listUnits(system, unitListSchema.parse(all), day, { buildingId }),
    ],
  },
  "a unit": { statements: 2, ask: ({ busy }) => getUnit(system, busy.id) },
  "an enterprise": {
    statements: 3,
    ask: async ({ firm }) => [await getEnterprise(system, firm.id), await getTenancySpan(system, firm.id)],
  },
  "an enterprise's leases": {
    statements: 4,
    ask: async ({ firm: { id } }) => [
      await getEnterprise(system, id),
      await listLeases(system, leaseListSchema.parse({ ...all, enterprise: id }), day),
    ],
  },
  employees: { statements: 2, ask: () => listEmployees(system, employeeListSchema.parse(all), day) },
  "an enterprise's people": {
    statements: 5,
    ask: async ({ firm: { id } }) => [
      await getEnterprise(system, id),
      await listRosterRows(system, day, id),
      await listHeadcounts(system, headcountListSchema.parse({ ...all, enterprise: id }), day),
    ],
  },
  "a lease": { statements: 1, ask: ({ wide }) => getLease(system, wide.id, day) },
  "a project": {
    statements: 3,
    ask: async ({ project }) => [
      await getProject(system, project.id),
      await getProjectReport(system, project.code, day),
    ],
  },
  "a user": {
    statements: 2,
    ask: async ({ userId }) => [await getUser(system, userId), await listHistory([userId])],
  },
  "a record's history": { statements: 1, ask: ({ wide }) => listHistory([wide.id]) },
};

describe.each([5, 50])("with %i rows", (n) => {
  let zone: Zone;
  beforeAll(async () => {
    zone = await makeZone(n);
  });

  it.each(Object.entries(pages))("%s", async (_, { statements, ask }) => {
    expect(await countStatements(() => ask(zone))).toBe(statements);
  });

  it("shows as many as there are", async () => {
    const listed = await Promise.all([
      db.park.count(),
      (await listParks(system, parkListSchema.parse(all))).rows.length,
      (await getUser(system, zone.userId))?.parks.length,
      (await getLease(system, zone.wide.id, day))?.lines.length,
      (await getUnit(system, zone.busy.id))?.tenants.length,
      (await getProject(system, zone.project.id))?.milestones.length,
    ]);
    expect(listed).toEqual([n, n, n, n, n, n]);
  });
});
