import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { findBestFirst } from "@/lib/platform/search/best-first";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type LeaseDto, leaseSelect, toLease } from "./dto";
import { leasesWithStatus } from "./queries-status";
import { countLeases } from "./queries-totals";
import type { LeaseListParams } from "./schema";
import { leaseScope } from "./scope";

/** The leases within reach, a page of them, each with its status on the day. */
export async function listLeases(
  viewer: Viewer,
  params: LeaseListParams,
  asOf: CivilDate,
): Promise<Page<LeaseDto>> {
  assertCan(viewer, "leases.read");
  const where = toWhere(viewer, params, asOf);
  const [rows, { total, area }] = await Promise.all([
    db.lease.findMany({
      where,
      orderBy: toOrder(params),
      skip: offsetOf(params),
      take: params.pageSize,
      select: leaseSelect,
    }),
    countLeases(viewer, params, asOf),
  ]);
  return { rows: rows.map((row) => toLease(row, asOf)), total, totals: { area } };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listLeaseIds(viewer: Viewer, params: LeaseListParams, asOf: CivilDate) {
  assertCan(viewer, "leases.read");
  const where = toWhere(viewer, params, asOf);
  const rows = await db.lease.findMany({ where, orderBy: toOrder(params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listLeasesByIds(viewer: Viewer, ids: string[], asOf: CivilDate): Promise<LeaseDto[]> {
  assertCan(viewer, "leases.read");
  const where = { AND: [leaseScope(viewer), { id: { in: ids } }] };
  const rows = await db.lease.findMany({ where, select: leaseSelect });
  return inOrder(ids, rows).map((row) => toLease(row, asOf));
}

/** One lease with what the viewer may do to it, or null out of reach. */
export async function getLease(viewer: Viewer, id: string, asOf: CivilDate) {
  assertCan(viewer, "leases.read");
  if (!isId(id)) return null;
  const row = await db.lease.findFirst({
    where: { AND: [leaseScope(viewer), { id }] },
    select: {
      ...leaseSelect,
      renewalOf: { select: { id: true, leaseNo: true } },
      subleaseOf: { select: { id: true, leaseNo: true } },
      renewals: { select: { id: true, leaseNo: true }, where: leaseScope(viewer) },
      subleases: { select: { id: true, leaseNo: true }, where: leaseScope(viewer) },
    },
  });
  if (!row) return null;
  const { renewalOf, subleaseOf, renewals, subleases, ...own } = row;
  const lease = toLease(own, asOf);
  const ended = row.movedOutOn !== null || row.terminatedOn !== null;
  return {
    ...lease,
    renewalOf,
    subleaseOf,
    renewals,
    subleases,
    can: {
      update: can(viewer, "leases.update"),
      moveIn: !row.movedInOn && !ended && can(viewer, "leases.moveIn"),
      terminate: row.terminatedOn === null && row.movedOutOn === null && can(viewer, "leases.terminate"),
      moveOut: row.movedOutOn === null && can(viewer, "leases.moveOut"),
      holdOver: !ended && can(viewer, "leases.holdOver"),
      renew: can(viewer, "leases.create"),
    },
  };
}

/** Up to 20 leases within reach whose number or firm matches, the best first, for choosing what a lease renews. */
export async function listLeaseOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "leases.read");
  return findBestFirst("lease", query, (among, take) =>
    db.lease.findMany({
      where: { AND: [leaseScope(viewer), among ?? matching(query)] },
      orderBy: { endsOn: "desc" },
      take,
      select: { id: true, leaseNo: true, enterprise: { select: { nameZh: true, nameEn: true } } },
    }),
  );
}

/** @throws AppError NOT_FOUND */
export async function findLeaseInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.lease.findFirst({
    where: { AND: [leaseScope(viewer), { id }] },
    select: leaseSelect,
  });
  if (!row) throw notFound();
  return row;
}

function matching(query: string): Prisma.LeaseWhereInput {
  if (!query) return {};
  const contains = { contains: literally(query), mode: "insensitive" } as const;
  return {
    OR: [
      { leaseNo: contains },
      { enterprise: { search: { contains: literally(fold(query)) } } },
      { lines: { some: { unit: { code: contains } } } },
    ],
  };
}

function toOrder({ sort }: LeaseListParams): Prisma.LeaseOrderByWithRelationInput[] {
  return [{ [sort.field]: sort.descending ? "desc" : "asc" }, { id: "asc" }];
}

function toWhere(viewer: Viewer, params: LeaseListParams, asOf: CivilDate): Prisma.LeaseWhereInput {
  return {
    AND: [
      leaseScope(viewer),
      params.park ? { park: { code: params.park } } : {},
      params.building ? { lines: { some: { unit: { building: { code: params.building } } } } } : {},
      params.enterprise ? { enterpriseId: params.enterprise } : {},
      params.endsBefore ? { endsOn: { lte: new Date(params.endsBefore) } } : {},
      params.renewed ? { renewals: { none: { signedOn: { lte: fromCivil(asOf) } } } } : {},
      params.status ? leasesWithStatus(params.status, asOf) : {},
      matching(params.query),
    ],
  };
}
