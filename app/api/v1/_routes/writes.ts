import type { z } from "zod";
import { getBuilding } from "@/lib/domain/buildings/queries";
import { createBuildingSchema, updateBuildingSchema } from "@/lib/domain/buildings/schema";
import { createBuilding, updateBuilding } from "@/lib/domain/buildings/service";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { createEnterpriseSchema, updateEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { createEnterprise, updateEnterprise } from "@/lib/domain/enterprises/service";
import { getHeadcount } from "@/lib/domain/headcounts/queries";
import { createHeadcountSchema, updateHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount, updateHeadcount } from "@/lib/domain/headcounts/service";
import { getLease } from "@/lib/domain/leases/queries";
import { createLeaseSchema, updateLeaseSchema } from "@/lib/domain/leases/schema";
import { createLease, updateLease } from "@/lib/domain/leases/service";
import { getMilestone } from "@/lib/domain/milestones/queries";
import { createMilestoneSchema, updateMilestoneSchema } from "@/lib/domain/milestones/schema";
import { createMilestone, updateMilestone } from "@/lib/domain/milestones/service";
import { getPark } from "@/lib/domain/parks/queries";
import { createParkSchema, updateParkSchema } from "@/lib/domain/parks/schema";
import { createPark, updatePark } from "@/lib/domain/parks/service";
import { assertCan, type Verb } from "@/lib/domain/permissions";
import { getProject, getProjectIdByCode } from "@/lib/domain/projects/queries";
import { createProjectSchema, updateProjectSchema } from "@/lib/domain/projects/schema";
import { createProject, updateProject } from "@/lib/domain/projects/service";
import { getUnit } from "@/lib/domain/units/queries";
import { createUnitSchema, updateUnitSchema } from "@/lib/domain/units/schema";
import { createUnit, updateUnit } from "@/lib/domain/units/service";
import { type ApiWrite, defineWrite } from "@/lib/platform/api/write";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { enterprise } from "./enterprises";
import { headcountRecord } from "./headcounts";
import { lease } from "./leases";
import { milestone } from "./milestones";
import { building, park } from "./parks";
import { project } from "./projects";
import { unit } from "./units";

type Address = Pick<ApiWrite, "locate"> & { item: object; find: NonNullable<ApiWrite["find"]> };

/** A record is found by its id as its page finds it. */
const byId = (get: (viewer: Viewer, id: string) => ReturnType<Address["find"]>): Address["find"] => {
  return (viewer, { id = "" }) => get(viewer, id);
};

const at = {
  enterprise: { item: enterprise, find: byId(getEnterprise) },
  lease: { item: lease, find: byId(getLeaseAsWritten) },
  unit: { item: unit, find: byId(getUnit) },
  park: { item: park, find: byId(getPark) },
  building: { item: building, find: byId(getBuilding) },
  headcount: { item: headcountRecord, find: byId(getHeadcount) },
  milestone: { item: milestone, find: byId(getMilestone) },
  project: {
    item: project,
    find: async (viewer, { code = "" }) => {
      const id = await getProjectIdByCode(viewer, code);
      return id ? getProject(viewer, id) : null;
    },
    locate: async (viewer, id) => ({ code: (await getProject(viewer, id))?.code ?? "" }),
  },
} satisfies Record<string, Address>;

/** Fields of a lease as they are written: its firm by id. */
async function getLeaseAsWritten(viewer: Viewer, id: string) {
  const row = await getLease(viewer, id, todayInZone());
  return row && { ...row, enterpriseId: row.enterprise.id };
}

function create<Schema extends z.ZodObject>(
  id: string,
  verb: Verb,
  { item, locate }: Address,
  schema: Schema,
  write: ApiWrite<Schema>["write"],
): ApiWrite {
  const route = item as ApiWrite["item"];
  const path = route.path.slice(0, route.path.lastIndexOf("/"));
  const allow = (viewer: Viewer) => assertCan(viewer, verb);
  return defineWrite({ id, method: "POST", path, schema, item: route, locate, allow, write });
}

function update<Schema extends z.ZodObject>(
  id: string,
  verb: Verb,
  { item, locate, find }: Address,
  schema: Schema,
  write: ApiWrite<Schema>["write"],
): ApiWrite {
  const route = item as ApiWrite["item"];
  const allow = (viewer: Viewer) => assertCan(viewer, verb);
  return defineWrite({
    id,
    method: "PATCH",
    path: route.path,
    schema,
    item: route,
    locate,
    find,
    allow,
    write,
  });
}

/** Every write, by its name in the document. Each has a route.ts that serves it. */
export const writesById = {
  createEnterprise: create(
    "createEnterprise",
    "enterprises.create",
    at.enterprise,
    createEnterpriseSchema,
    createEnterprise,
  ),
  updateEnterprise: update(
    "updateEnterprise",
    "enterprises.update",
    at.enterprise,
    updateEnterpriseSchema,
    updateEnterprise,
  ),
  createLease: create("createLease", "leases.create", at.lease, createLeaseSchema, createLease),
  updateLease: update("updateLease", "leases.update", at.lease, updateLeaseSchema, updateLease),
  createUnit: create("createUnit", "units.create", at.unit, createUnitSchema, createUnit),
  updateUnit: update("updateUnit", "units.update", at.unit, updateUnitSchema, updateUnit),
  createPark: create("createPark", "parks.create", at.park, createParkSchema, createPark),
  updatePark: update("updatePark", "parks.update", at.park, updateParkSchema, updatePark),
  createBuilding: create(
    "createBuilding",
    "buildings.create",
    at.building,
    createBuildingSchema,
    createBuilding,
  ),
  updateBuilding: update(
    "updateBuilding",
    "buildings.update",
    at.building,
    updateBuildingSchema,
    updateBuilding,
  ),
  createHeadcount: create(
    "createHeadcount",
    "headcounts.create",
    at.headcount,
    createHeadcountSchema,
    createHeadcount,
  ),
  updateHeadcount: update(
    "updateHeadcount",
    "headcounts.update",
    at.headcount,
    updateHeadcountSchema,
    updateHeadcount,
  ),
  createProject: create("createProject", "projects.create", at.project, createProjectSchema, createProject),
  updateProject: update("updateProject", "projects.update", at.project, updateProjectSchema, updateProject),
  createMilestone: create(
    "createMilestone",
    "milestones.create",
    at.milestone,
    createMilestoneSchema,
    createMilestone,
  ),
  updateMilestone: update(
    "updateMilestone",
    "milestones.update",
    at.milestone,
    updateMilestoneSchema,
    updateMilestone,
  ),
};

export const writes: readonly ApiWrite[] = Object.values(writesById);
