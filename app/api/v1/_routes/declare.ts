import type { z } from "zod";
import { getActionItem } from "@/lib/domain/action-items/queries";
import { getAgreement } from "@/lib/domain/agreements/queries";
import { getBuilding } from "@/lib/domain/buildings/queries";
import { getChangeRequest } from "@/lib/domain/change-requests/queries";
import { getClaim } from "@/lib/domain/claims/queries";
import { getCommitment, getCommitmentIdByCode } from "@/lib/domain/commitments/queries";
import { getEmployee } from "@/lib/domain/employees/queries";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { getHeadcount } from "@/lib/domain/headcounts/queries";
import { getInstrument } from "@/lib/domain/instruments/queries";
import { getLease } from "@/lib/domain/leases/queries";
import { getMeeting, getSeries } from "@/lib/domain/meetings/queries";
import { getMilestone } from "@/lib/domain/milestones/queries";
import { getPark } from "@/lib/domain/parks/queries";
import { assertCan, type Verb } from "@/lib/domain/permissions";
import { getPolicy } from "@/lib/domain/policies/queries";
import { getProgramme } from "@/lib/domain/programmes/queries";
import { getProject, getProjectIdByCode } from "@/lib/domain/projects/queries";
import { getRate } from "@/lib/domain/rates/queries";
import { getRound } from "@/lib/domain/return-rounds/queries";
import { getReturn } from "@/lib/domain/returns/queries";
import { getUnit } from "@/lib/domain/units/queries";
import { getZone } from "@/lib/domain/zone/queries";
import { type ApiWrite, defineWrite } from "@/lib/platform/api/write";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { actionItem } from "./action-items";
import { agreement } from "./agreements";
import { changeRequest } from "./change-requests";
import { claim } from "./claims";
import { commitment } from "./commitments";
import { employee } from "./employees";
import { enterprise } from "./enterprises";
import { headcountRecord } from "./headcounts";
import { instrument } from "./instruments";
import { lease } from "./leases";
import { meeting, series } from "./meetings";
import { milestone } from "./milestones";
import { building, park } from "./parks";
import { policy } from "./policies";
import { programme } from "./programmes";
import { project } from "./projects";
import { rate } from "./rates";
import { returnRecord, returnRound } from "./returns";
import { unit } from "./units";
import { zone } from "./zone";

type Address = Pick<ApiWrite, "locate"> & { item: object; find: NonNullable<ApiWrite["find"]> };

/** A record is found by its id as its page finds it. */
const byId = (get: (viewer: Viewer, id: string) => ReturnType<Address["find"]>): Address["find"] => {
  return (viewer, { id = "" }) => get(viewer, id);
};

/** Where each noun is found, and how. */
export const at = {
  enterprise: { item: enterprise, find: byId(getEnterprise) },
  lease: { item: lease, find: byId(getLeaseAsWritten) },
  unit: { item: unit, find: byId(getUnit) },
  park: { item: park, find: byId(getPark) },
  building: { item: building, find: byId(getBuilding) },
  headcount: { item: headcountRecord, find: byId(getHeadcount) },
  employee: { item: employee, find: byId(getEmployee) },
  milestone: { item: milestone, find: byId(getMilestone) },
  agreement: { item: agreement, find: byId(getAgreement) },
  meeting: { item: meeting, find: byId(getMeeting) },
  series: { item: series, find: byId(getSeries) },
  actionItem: { item: actionItem, find: byId((viewer, id) => getActionItem(viewer, id)) },
  project: {
    item: project,
    find: async (viewer, { code = "" }) => {
      const id = await getProjectIdByCode(viewer, code);
      return id ? getProject(viewer, id) : null;
    },
    locate: async (viewer, id) => ({ code: (await getProject(viewer, id))?.code ?? "" }),
  },
  commitment: {
    item: commitment,
    find: async (viewer, { code = "" }) => {
      const id = await getCommitmentIdByCode(viewer, code);
      return id ? getCommitment(viewer, id) : null;
    },
    locate: async (viewer, id) => ({ code: (await getCommitment(viewer, id))?.code ?? "" }),
  },
  programme: { item: programme, find: byId(getProgramme) },
  rate: { item: rate, find: byId(getRate) },
  instrument: { item: instrument, find: byId(getInstrument) },
  policy: { item: policy, find: byId(getPolicy) },
  claim: { item: claim, find: byId(getClaim) },
  changeRequest: { item: changeRequest, find: byId(getChangeRequest) },
  round: { item: returnRound, find: byId(getRoundAsWritten) },
  return: { item: returnRecord, find: byId((viewer, id) => getReturn(viewer, id)) },
  zone: { item: zone, find: (viewer) => getZone(viewer), locate: async () => ({}) },
} satisfies Record<string, Address>;

/** Fields of a lease as they are written: its firm by id. */
async function getLeaseAsWritten(viewer: Viewer, id: string) {
  const row = await getLease(viewer, id, todayInZone());
  return row && { ...row, enterpriseId: row.enterprise.id };
}

/** Fields of a round as they are written: its form by id. */
async function getRoundAsWritten(viewer: Viewer, id: string) {
  const row = await getRound(viewer, id);
  return row && { ...row, formId: row.form.id };
}

/** A new record, posted to its list. */
export function create<Schema extends z.ZodObject>(
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

/** Fields of a record, patched at its address. */
export function update<Schema extends z.ZodObject>(
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

/** What the office does to a record beside changing its fields, posted below its address. */
export function act<Schema extends z.ZodObject>(
  id: string,
  verb: Verb,
  address: Address,
  name: string,
  schema: Schema,
  write: ApiWrite<Schema>["write"],
): ApiWrite {
  const declared = update(id, verb, address, schema, write);
  return { ...declared, method: "POST", path: `${declared.path}/${name}` };
}
