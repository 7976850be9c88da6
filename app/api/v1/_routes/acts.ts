import { z } from "zod";
import {
  completeActionItemSchema,
  dropActionItemSchema,
  reopenActionItemSchema,
} from "@/lib/domain/action-items/schema";
import { completeActionItem, dropActionItem, reopenActionItem } from "@/lib/domain/action-items/service";
import {
  addAddendumSchema,
  extendAgreementSchema,
  terminateAgreementSchema,
} from "@/lib/domain/agreements/schema";
import { addAddendum, extendAgreement, terminateAgreement } from "@/lib/domain/agreements/service-events";
import { closeBuildingSchema } from "@/lib/domain/buildings/schema";
import { closeBuilding } from "@/lib/domain/buildings/service";
import { leaveEmployeeSchema } from "@/lib/domain/employees/schema";
import { leaveEmployee } from "@/lib/domain/employees/service";
import { closeEnterpriseSchema, mergeEnterprisesSchema } from "@/lib/domain/enterprises/schema";
import { closeEnterprise } from "@/lib/domain/enterprises/service";
import { mergeEnterprises } from "@/lib/domain/enterprises/service-merge";
import {
  holdOverLeaseSchema,
  moveInLeaseSchema,
  moveOutLeaseSchema,
  terminateLeaseSchema,
} from "@/lib/domain/leases/schema";
import { holdOverLease, moveInLease, moveOutLease, terminateLease } from "@/lib/domain/leases/service-verbs";
import {
  cancelMilestoneSchema,
  completeMilestoneSchema,
  forecastMilestoneSchema,
  rebaselineMilestoneSchema,
} from "@/lib/domain/milestones/schema";
import {
  cancelMilestone,
  completeMilestone,
  forecastMilestone,
  rebaselineMilestone,
} from "@/lib/domain/milestones/service";
import { closeParkSchema } from "@/lib/domain/parks/schema";
import { closePark } from "@/lib/domain/parks/service";
import { cancelProjectSchema, reportProjectSchema } from "@/lib/domain/projects/schema";
import { cancelProject, reportProject } from "@/lib/domain/projects/service";
import {
  changeUnitAvailabilitySchema,
  closeUnitSchema,
  mergeUnitsSchema,
  remeasureUnitSchema,
  splitUnitSchema,
} from "@/lib/domain/units/schema";
import { closeUnit } from "@/lib/domain/units/service";
import {
  changeUnitAvailability,
  mergeUnits,
  remeasureUnit,
  splitUnit,
} from "@/lib/domain/units/service-changes";
import { toFieldErrors } from "@/lib/platform/action/define";
import { invalid } from "@/lib/platform/errors/app-error";
import { commitmentActs } from "./acts-commitments";
import { milestoneActs } from "./acts-milestones";
import { projectActs } from "./acts-projects";
import { act, at } from "./declare";

/** As the form has it, with the project said by the address. */
const { projectId: _, ...updateShape } = reportProjectSchema.shape;
const reportSchema = z.object({ id: z.uuid(), version: z.int(), ...updateShape });

/** The office's verbs, each below the address of the record that it is done to. */
export const acts = {
  closeEnterprise: act(
    "closeEnterprise",
    "enterprises.close",
    at.enterprise,
    "close",
    closeEnterpriseSchema,
    closeEnterprise,
  ),
  mergeEnterprises: act(
    "mergeEnterprises",
    "enterprises.merge",
    at.enterprise,
    "merge",
    mergeEnterprisesSchema,
    mergeEnterprises,
  ),
  leaveEmployee: act(
    "leaveEmployee",
    "employees.leave",
    at.employee,
    "leave",
    leaveEmployeeSchema,
    leaveEmployee,
  ),
  moveInLease: act("moveInLease", "leases.moveIn", at.lease, "move-in", moveInLeaseSchema, moveInLease),
  terminateLease: act(
    "terminateLease",
    "leases.terminate",
    at.lease,
    "terminate",
    terminateLeaseSchema,
    terminateLease,
  ),
  moveOutLease: act("moveOutLease", "leases.moveOut", at.lease, "move-out", moveOutLeaseSchema, moveOutLease),
  holdOverLease: act(
    "holdOverLease",
    "leases.holdOver",
    at.lease,
    "hold-over",
    holdOverLeaseSchema,
    holdOverLease,
  ),
  closeUnit: act("closeUnit", "units.close", at.unit, "close", closeUnitSchema, closeUnit),
  splitUnit: act("splitUnit", "units.split", at.unit, "split", splitUnitSchema, splitUnit),
  mergeUnits: act("mergeUnits", "units.merge", at.unit, "merge", mergeUnitsSchema, mergeUnits),
  remeasureUnit: act(
    "remeasureUnit",
    "units.remeasure",
    at.unit,
    "remeasure",
    remeasureUnitSchema,
    remeasureUnit,
  ),
  changeUnitAvailability: act(
    "changeUnitAvailability",
    "units.changeAvailability",
    at.unit,
    "availability",
    changeUnitAvailabilitySchema,
    changeUnitAvailability,
  ),
  closePark: act("closePark", "parks.close", at.park, "close", closeParkSchema, closePark),
  closeBuilding: act(
    "closeBuilding",
    "buildings.close",
    at.building,
    "close",
    closeBuildingSchema,
    closeBuilding,
  ),
  forecastMilestone: act(
    "forecastMilestone",
    "milestones.forecast",
    at.milestone,
    "forecast",
    forecastMilestoneSchema,
    forecastMilestone,
  ),
  completeMilestone: act(
    "completeMilestone",
    "milestones.complete",
    at.milestone,
    "complete",
    completeMilestoneSchema,
    completeMilestone,
  ),
  cancelMilestone: act(
    "cancelMilestone",
    "milestones.cancel",
    at.milestone,
    "cancel",
    cancelMilestoneSchema,
    cancelMilestone,
  ),
  rebaselineMilestone: act(
    "rebaselineMilestone",
    "milestones.rebaseline",
    at.milestone,
    "rebaseline",
    rebaselineMilestoneSchema,
    rebaselineMilestone,
  ),
  cancelProject: act(
    "cancelProject",
    "projects.cancel",
    at.project,
    "cancel",
    cancelProjectSchema,
    cancelProject,
  ),
  reportProject: act(
    "reportProject",
    "projects.report",
    at.project,
    "report",
    reportSchema,
    async (viewer, { id, version: _, ...update }) => {
      const parsed = reportProjectSchema.safeParse({ projectId: id, ...update });
      if (!parsed.success) throw invalid(toFieldErrors(parsed.error));
      await reportProject(viewer, parsed.data);
      return { id };
    },
  ),
  extendAgreement: act(
    "extendAgreement",
    "agreements.extend",
    at.agreement,
    "extend",
    extendAgreementSchema,
    extendAgreement,
  ),
  addAddendum: act(
    "addAddendum",
    "agreements.addAddendum",
    at.agreement,
    "addenda",
    addAddendumSchema,
    addAddendum,
  ),
  terminateAgreement: act(
    "terminateAgreement",
    "agreements.terminate",
    at.agreement,
    "terminate",
    terminateAgreementSchema,
    terminateAgreement,
  ),
  completeActionItem: act(
    "completeActionItem",
    "action-items.complete",
    at.actionItem,
    "complete",
    completeActionItemSchema,
    completeActionItem,
  ),
  dropActionItem: act(
    "dropActionItem",
    "action-items.drop",
    at.actionItem,
    "drop",
    dropActionItemSchema,
    dropActionItem,
  ),
  reopenActionItem: act(
    "reopenActionItem",
    "action-items.reopen",
    at.actionItem,
    "reopen",
    reopenActionItemSchema,
    reopenActionItem,
  ),
  ...commitmentActs,
  ...projectActs,
  ...milestoneActs,
};
