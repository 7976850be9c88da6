import { createActionItemSchema, updateActionItemSchema } from "@/lib/domain/action-items/schema";
import { createActionItem, updateActionItem } from "@/lib/domain/action-items/service";
import { createAgreementSchema, updateAgreementSchema } from "@/lib/domain/agreements/schema";
import { createAgreement, updateAgreement } from "@/lib/domain/agreements/service";
import { createBuildingSchema, updateBuildingSchema } from "@/lib/domain/buildings/schema";
import { createBuilding, updateBuilding } from "@/lib/domain/buildings/service";
import { createClaimSchema, updateClaimSchema } from "@/lib/domain/claims/schema";
import { createClaim, updateClaim } from "@/lib/domain/claims/service";
import { createCommitmentSchema, updateCommitmentSchema } from "@/lib/domain/commitments/schema";
import { createCommitment, updateCommitment } from "@/lib/domain/commitments/service";
import { createEmployeeSchema, updateEmployeeSchema } from "@/lib/domain/employees/schema";
import { createEmployee, updateEmployee } from "@/lib/domain/employees/service";
import { createEnterpriseSchema, updateEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { createEnterprise, updateEnterprise } from "@/lib/domain/enterprises/service";
import { createHeadcountSchema, updateHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount, updateHeadcount } from "@/lib/domain/headcounts/service";
import { createInstrumentSchema, updateInstrumentSchema } from "@/lib/domain/instruments/schema";
import { createInstrument, updateInstrument } from "@/lib/domain/instruments/service";
import { createLeaseSchema, updateLeaseSchema } from "@/lib/domain/leases/schema";
import { createLease, updateLease } from "@/lib/domain/leases/service";
import {
  createMeetingSchema,
  createSeriesSchema,
  updateMeetingSchema,
  updateSeriesSchema,
} from "@/lib/domain/meetings/schema";
import { createMeeting, updateMeeting } from "@/lib/domain/meetings/service";
import { createSeries, updateSeries } from "@/lib/domain/meetings/service-series";
import { createMilestoneSchema, updateMilestoneSchema } from "@/lib/domain/milestones/schema";
import { createMilestone, updateMilestone } from "@/lib/domain/milestones/service";
import { createParkSchema, updateParkSchema } from "@/lib/domain/parks/schema";
import { createPark, updatePark } from "@/lib/domain/parks/service";
import { createPolicySchema, updatePolicySchema } from "@/lib/domain/policies/schema";
import { createPolicy, updatePolicy } from "@/lib/domain/policies/service";
import { createProgrammeSchema, updateProgrammeSchema } from "@/lib/domain/programmes/schema";
import { createProgramme, updateProgramme } from "@/lib/domain/programmes/service";
import { createProjectSchema, updateProjectSchema } from "@/lib/domain/projects/schema";
import { createProject, updateProject } from "@/lib/domain/projects/service";
import { createRateSchema, updateRateSchema } from "@/lib/domain/rates/schema";
import { createRate, updateRate } from "@/lib/domain/rates/service";
import { createUnitSchema, updateUnitSchema } from "@/lib/domain/units/schema";
import { createUnit, updateUnit } from "@/lib/domain/units/service";
import { updateZoneSchema } from "@/lib/domain/zone/schema";
import { updateZone } from "@/lib/domain/zone/service";
import type { ApiWrite } from "@/lib/platform/api/write";
import { acts } from "./acts";
import { changeRequestActs } from "./acts-change-requests";
import { paperActs } from "./acts-papers";
import { returnActs, roundWrites } from "./acts-returns";
import { at, create, update } from "./declare";

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
  createEmployee: create(
    "createEmployee",
    "employees.create",
    at.employee,
    createEmployeeSchema,
    createEmployee,
  ),
  updateEmployee: update(
    "updateEmployee",
    "employees.update",
    at.employee,
    updateEmployeeSchema,
    updateEmployee,
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
  createAgreement: create(
    "createAgreement",
    "agreements.create",
    at.agreement,
    createAgreementSchema,
    createAgreement,
  ),
  updateAgreement: update(
    "updateAgreement",
    "agreements.update",
    at.agreement,
    updateAgreementSchema,
    updateAgreement,
  ),
  createMeeting: create("createMeeting", "meetings.create", at.meeting, createMeetingSchema, createMeeting),
  updateMeeting: update("updateMeeting", "meetings.update", at.meeting, updateMeetingSchema, updateMeeting),
  createActionItem: create(
    "createActionItem",
    "action-items.create",
    at.actionItem,
    createActionItemSchema,
    createActionItem,
  ),
  updateActionItem: update(
    "updateActionItem",
    "action-items.update",
    at.actionItem,
    updateActionItemSchema,
    updateActionItem,
  ),
  createSeries: create("createSeries", "meetings.createSeries", at.series, createSeriesSchema, createSeries),
  updateSeries: update("updateSeries", "meetings.updateSeries", at.series, updateSeriesSchema, updateSeries),
  createCommitment: create(
    "createCommitment",
    "commitments.create",
    at.commitment,
    createCommitmentSchema,
    createCommitment,
  ),
  updateCommitment: update(
    "updateCommitment",
    "commitments.update",
    at.commitment,
    updateCommitmentSchema,
    updateCommitment,
  ),
  createProgramme: create(
    "createProgramme",
    "programmes.create",
    at.programme,
    createProgrammeSchema,
    createProgramme,
  ),
  updateProgramme: update(
    "updateProgramme",
    "programmes.update",
    at.programme,
    updateProgrammeSchema,
    updateProgramme,
  ),
  createRate: create("createRate", "rates.create", at.rate, createRateSchema, createRate),
  updateRate: update("updateRate", "rates.update", at.rate, updateRateSchema, updateRate),
  createInstrument: create(
    "createInstrument",
    "instruments.create",
    at.instrument,
    createInstrumentSchema,
    createInstrument,
  ),
  updateInstrument: update(
    "updateInstrument",
    "instruments.update",
    at.instrument,
    updateInstrumentSchema,
    updateInstrument,
  ),
  createPolicy: create("createPolicy", "policies.create", at.policy, createPolicySchema, createPolicy),
  updatePolicy: update("updatePolicy", "policies.update", at.policy, updatePolicySchema, updatePolicy),
  createClaim: create("createClaim", "claims.create", at.claim, createClaimSchema, createClaim),
  updateClaim: update("updateClaim", "claims.update", at.claim, updateClaimSchema, updateClaim),
  updateZone: update("updateZone", "zone.update", at.zone, updateZoneSchema, updateZone),
  ...roundWrites,
  ...acts,
  ...paperActs,
  ...changeRequestActs,
  ...returnActs,
};

export const writes: readonly ApiWrite[] = Object.values(writesById);
