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
import { closeParkSchema } from "@/lib/domain/parks/schema";
import { closePark } from "@/lib/domain/parks/service";
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
import { act, at } from "./declare";

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
};
