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
import { type ClaimDto, claimSelect, toClaim } from "./dto";
import type { ClaimListParams } from "./schema";
import { claimScope } from "./scope";

/** The claims within reach, a page of them; `only` those of some ids, where figures decide. */
export async function listClaims(
  viewer: Viewer,
  params: ClaimListParams,
  only?: string[],
): Promise<Page<ClaimDto>> {
  assertCan(viewer, "claims.read");
  const { where, orderBy } = toQuery(viewer, params, only);
  const [rows, total] = await Promise.all([
    db.claim.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: claimSelect,
    }),
    db.claim.count({ where }),
  ]);
  return { rows: rows.map(toClaim), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listClaimIds(
  viewer: Viewer,
  params: ClaimListParams,
  only?: string[],
): Promise<string[]> {
  assertCan(viewer, "claims.read");
  const rows = await db.claim.findMany({ ...toQuery(viewer, params, only), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listClaimsByIds(viewer: Viewer, ids: string[]): Promise<ClaimDto[]> {
  assertCan(viewer, "claims.read");
  const where = { AND: [claimScope(viewer), { id: { in: ids } }] };
  const rows = await db.claim.findMany({ where, select: claimSelect });
  return inOrder(ids, rows).map(toClaim);
}

/** Every claim that the office still makes and that is bound to a figure, the newest first. */
export async function listStandingClaims(viewer: Viewer): Promise<ClaimDto[]> {
  assertCan(viewer, "claims.read");
  const rows = await db.claim.findMany({
    where: { AND: [claimScope(viewer), { withdrawnOn: null, bindings: { some: {} } }] },
    orderBy: [{ publishedOn: "desc" }, { id: "asc" }],
    select: claimSelect,
  });
  return rows.map(toClaim);
}

function toQuery(viewer: Viewer, params: ClaimListParams, only?: string[]) {
  const words = fold(params.query).split(" ").filter(Boolean);
  const is = (answer: "yes" | "no" | undefined, yes: Prisma.ClaimWhereInput): Prisma.ClaimWhereInput =>
    answer === undefined ? {} : answer === "yes" ? yes : { NOT: yes };
  const where: Prisma.ClaimWhereInput = {
    AND: [
      claimScope(viewer),
      only ? { id: { in: only } } : {},
      is(params.signed, { signedOffAt: { not: null } }),
      is(params.withdrawn, { withdrawnOn: { not: null } }),
      ...words.map((word) => ({ search: { contains: literally(word) } })),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const text = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const field = params.sort.field === "text" ? text : params.sort.field;
  const orderBy: Prisma.ClaimOrderByWithRelationInput[] = [{ [field]: direction }, { id: "asc" }];
  return { where, orderBy };
}

/** One claim with what the viewer may do, or null out of reach. */
export async function getClaim(viewer: Viewer, id: string) {
  assertCan(viewer, "claims.read");
  if (!isId(id)) return null;
  const row = await db.claim.findFirst({ where: { AND: [claimScope(viewer), { id }] }, select: claimSelect });
  if (!row) return null;
  const claim = toClaim(row);
  const may = reachesZone(viewer) && claim.withdrawnOn === null;
  return {
    ...claim,
    can: {
      update: may && can(viewer, "claims.update"),
      signOff: may && claim.signedOffAt === null && can(viewer, "claims.signOff"),
      withdraw: may && can(viewer, "claims.withdraw"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findClaimInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.claim.findFirst({ where: { AND: [claimScope(viewer), { id }] }, select: claimSelect });
  if (!row) throw notFound();
  return row;
}
