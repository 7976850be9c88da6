import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type PolicyDto, policyDetailSelect, policySelect, toPolicy, toPolicyDetail } from "./dto";
import type { PolicyListParams } from "./schema";
import { policyScope } from "./scope";

/** The policies within reach, with how each stands on a day. */
export async function listPolicies(
  viewer: Viewer,
  params: PolicyListParams,
  asOf: CivilDate,
): Promise<Page<PolicyDto>> {
  assertCan(viewer, "policies.read");
  const { where, orderBy } = toQuery(viewer, params, asOf);
  const [rows, total] = await Promise.all([
    db.policy.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: policySelect,
    }),
    db.policy.count({ where }),
  ]);
  return { rows: rows.map((row) => toPolicy(row, asOf)), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listPolicyIds(
  viewer: Viewer,
  params: PolicyListParams,
  asOf: CivilDate,
): Promise<string[]> {
  assertCan(viewer, "policies.read");
  const rows = await db.policy.findMany({ ...toQuery(viewer, params, asOf), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listPoliciesByIds(
  viewer: Viewer,
  ids: string[],
  asOf: CivilDate,
): Promise<PolicyDto[]> {
  assertCan(viewer, "policies.read");
  const where = { AND: [policyScope(viewer), { id: { in: ids } }] };
  const rows = await db.policy.findMany({ where, select: policySelect });
  return inOrder(ids, rows).map((row) => toPolicy(row, asOf));
}

/** The rule systems, for a form that puts a policy into one. There are few. */
export async function listSystemOptions(viewer: Viewer) {
  assertCan(viewer, "policies.read");
  return db.policy.findMany({
    where: { AND: [policyScope(viewer), { kind: "SYSTEM" }] },
    orderBy: { code: "asc" },
    select: { id: true, code: true, titleZh: true, titleEn: true },
  });
}

/** The states in the words of SQL; `stateOn` says the same of one policy. */
function inState(state: PolicyListParams["state"], asOf: CivilDate): Prisma.PolicyWhereInput {
  const on = fromCivil(asOf);
  const current = { inForceFrom: { lte: on }, OR: [{ inForceTo: null }, { inForceTo: { gte: on } }] };
  const past = { inForceTo: { lt: on } };
  switch (state) {
    case "IN_FORCE":
      return { versions: { some: current } };
    case "ENDED":
      return { AND: [{ versions: { none: current } }, { versions: { some: past } }] };
    case "NOT_YET":
      return {
        AND: [{ versions: { some: {} } }, { versions: { none: current } }, { versions: { none: past } }],
      };
    case "NO_TEXT":
      return { versions: { none: {} } };
    default:
      return {};
  }
}

function toQuery(viewer: Viewer, params: PolicyListParams, asOf: CivilDate) {
  const words = fold(params.query).split(" ").filter(Boolean);
  // What a policy is tied to is the office's to know.
  const ties = viewer.enterpriseIds === null;
  const where: Prisma.PolicyWhereInput = {
    AND: [
      policyScope(viewer),
      params.kind ? { kind: params.kind } : {},
      inState(params.state, asOf),
      params.system ? { systemId: params.system } : {},
      params.institute ? { instituteId: params.institute } : {},
      params.agreement && ties ? { agreements: { some: { agreementId: params.agreement } } } : {},
      params.programme && ties ? { programmes: { some: { programmeId: params.programme } } } : {},
      ...words.map((word) => ({ search: { contains: literally(word) } })),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const title = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const field = params.sort.field === "title" ? title : params.sort.field;
  const orderBy: Prisma.PolicyOrderByWithRelationInput[] = [{ [field]: direction }, { id: "asc" }];
  return { where, orderBy };
}

/** One policy with its texts, how it stands on a day, and what the viewer may do; null out of reach. */
export async function getPolicy(viewer: Viewer, id: string, asOf: CivilDate = todayInZone()) {
  assertCan(viewer, "policies.read");
  if (!isId(id)) return null;
  const row = await db.policy.findFirst({
    where: { AND: [policyScope(viewer), { id }] },
    select: policyDetailSelect,
  });
  if (!row) return null;
  const policy = toPolicyDetail(row, asOf);
  const everywhere = reachesZone(viewer);
  return {
    ...policy,
    // Agreements and programmes are no public papers.
    agreements: viewer.enterpriseIds === null ? policy.agreements : [],
    programmes: viewer.enterpriseIds === null ? policy.programmes : [],
    can: {
      update: everywhere && can(viewer, "policies.update"),
      addVersion: everywhere && can(viewer, "policies.addVersion"),
      updateVersion: everywhere && can(viewer, "policies.updateVersion"),
      endVersion: everywhere && can(viewer, "policies.endVersion"),
      removeVersion: everywhere && can(viewer, "policies.removeVersion"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findPolicyInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.policy.findFirst({
    where: { AND: [policyScope(viewer), { id }] },
    select: policyDetailSelect,
  });
  if (!row) throw notFound();
  return row;
}
