import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type AgreementDto, agreementSelect, toAgreement } from "./dto";
import type { AgreementListParams } from "./schema";
import { agreementScope } from "./scope";

/** The agreements within reach, a page of them; `only` narrows them to what was worked out beside the list. */
export async function listAgreements(
  viewer: Viewer,
  params: AgreementListParams,
  only?: string[],
): Promise<Page<AgreementDto>> {
  assertCan(viewer, "agreements.read");
  const { where, orderBy } = toQuery(viewer, params, only);
  const [rows, total] = await Promise.all([
    db.agreement.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: agreementSelect,
    }),
    db.agreement.count({ where }),
  ]);
  return { rows: rows.map(toAgreement), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listAgreementIds(
  viewer: Viewer,
  params: AgreementListParams,
  only?: string[],
): Promise<string[]> {
  assertCan(viewer, "agreements.read");
  const rows = await db.agreement.findMany({ ...toQuery(viewer, params, only), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listAgreementsByIds(viewer: Viewer, ids: string[]): Promise<AgreementDto[]> {
  assertCan(viewer, "agreements.read");
  const where = { AND: [agreementScope(viewer), { id: { in: ids } }] };
  const rows = await db.agreement.findMany({ where, select: agreementSelect });
  return inOrder(ids, rows).map(toAgreement);
}

function toQuery(viewer: Viewer, params: AgreementListParams, only?: string[]) {
  const words = fold(params.query).split(" ").filter(Boolean);
  const country = params.country?.toUpperCase();
  const where: Prisma.AgreementWhereInput = {
    AND: [
      agreementScope(viewer),
      only ? { id: { in: only } } : {},
      params.kind ? { kind: params.kind } : {},
      params.cluster ? { cluster: params.cluster } : {},
      params.meeting ? { meetingId: params.meeting } : {},
      params.party ? { parties: { some: { enterpriseId: params.party } } } : {},
      country ? { parties: { some: fromCountry(country) } } : {},
      params.park ? { projects: { some: { park: { code: params.park } } } } : {},
      ...words.map((word) => ({ search: { contains: literally(word) } })),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const { field } = params.sort;
  const title = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const by =
    field === "expiresOn"
      ? { expiresOn: { sort: direction, nulls: "last" as const } }
      : { [field === "title" ? title : field]: direction };
  const orderBy = [by, { code: "asc" }, { id: "asc" }] as Prisma.AgreementOrderByWithRelationInput[];
  return { where, orderBy };
}

/** A party's country as the paper says it, else its firm's. */
export function fromCountry(country: string): Prisma.AgreementPartyWhereInput {
  return { OR: [{ country }, { country: null, enterprise: { country } }] };
}

/** One agreement with its events and what the viewer may do, or null out of reach. */
export async function getAgreement(viewer: Viewer, id: string) {
  assertCan(viewer, "agreements.read");
  if (!isId(id)) return null;
  const where = { AND: [agreementScope(viewer), { id }] };
  const row = await db.agreement.findFirst({ where, select: agreementSelect });
  if (!row) return null;
  const all = reachesZone(viewer);
  const live = all && row.terminatedOn === null;
  return {
    ...toAgreement(row),
    can: {
      update: all && can(viewer, "agreements.update"),
      extend: live && row.expiresOn !== null && can(viewer, "agreements.extend"),
      addAddendum: live && can(viewer, "agreements.addAddendum"),
      terminate: live && can(viewer, "agreements.terminate"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findAgreementInScope(on: Db, viewer: Viewer, id: string) {
  const where = { AND: [agreementScope(viewer), { id }] };
  const row = await on.agreement.findFirst({ where, select: agreementSelect });
  if (!row) throw notFound();
  return row;
}
