import type { ApiRoute } from "@/lib/platform/api/route";
import { actionItem, actionItems } from "./action-items";
import { agreement, agreements } from "./agreements";
import { changeRequest, changeRequests } from "./change-requests";
import { claim, claims } from "./claims";
import { commitment, commitments } from "./commitments";
import { employee, employees } from "./employees";
import { enterprise, enterprises } from "./enterprises";
import { headcount } from "./headcount";
import { headcountRecord, headcounts } from "./headcounts";
import { instrument, instruments } from "./instruments";
import { lease, leases } from "./leases";
import { meeting, meetings, rollUp, series, seriesList } from "./meetings";
import { milestone } from "./milestones";
import { occupancy, occupancyExpiry, occupancyMovement, occupancySeries } from "./occupancy";
import { building, buildings, park, parks } from "./parks";
import { policies, policy } from "./policies";
import { programme, programmes } from "./programmes";
import { projectRecords } from "./project-records";
import { project, projectProgress, projects } from "./projects";
import { rate, rates } from "./rates";
import { returnForm, returnForms, returnRecord, returnRound, returnRounds, returns } from "./returns";
import { unit, units } from "./units";
import { zone } from "./zone";

/** Every address that is read, in the order of the document. Each has a route.ts that serves it. */
export const routes = [
  occupancy,
  occupancySeries,
  occupancyMovement,
  occupancyExpiry,
  headcount,
  projects,
  project,
  projectProgress,
  projectRecords,
  milestone,
  enterprises,
  enterprise,
  parks,
  park,
  buildings,
  building,
  units,
  unit,
  leases,
  lease,
  headcounts,
  headcountRecord,
  employees,
  employee,
  agreements,
  agreement,
  meetings,
  meeting,
  rollUp,
  seriesList,
  series,
  actionItems,
  actionItem,
  commitments,
  commitment,
  programmes,
  programme,
  rates,
  rate,
  instruments,
  instrument,
  policies,
  policy,
  claims,
  claim,
  changeRequests,
  changeRequest,
  returnForms,
  returnForm,
  returnRounds,
  returnRound,
  returns,
  returnRecord,
  zone,
  // What a route takes is narrower than what any route takes; the document and the tests only read the schemas.
] as unknown as readonly ApiRoute[];
