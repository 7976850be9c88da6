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
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type HeadcountDto, headcountSelect, toHeadcount } from "./dto";
import type { HeadcountListParams } from "./schema";
import { headcountScope } from "./scope";

/** What was declared by the day, within reach, a page of it, newest first. */
export async function listHeadcounts(
  viewer: Viewer,
  params: HeadcountListParams,
  asOf: CivilDate,
): Promise<Page<HeadcountDto>> {
  assertCan(viewer, "headcounts.read");
  const { where, orderBy } = toQuery(viewer, params, asOf);
  const [rows, total] = await Promise.all([
    db.headcount.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: headcountSelect,
    }),
    db.headcount.count({ where }),
  ]);
  return { rows: rows.map(toHeadcount), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listHeadcountIds(viewer: Viewer, params: HeadcountListParams, asOf: CivilDate) {
  assertCan(viewer, "headcounts.read");
  const rows = await db.headcount.findMany({ ...toQuery(viewer, params, asOf), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listHeadcountsByIds(viewer: Viewer, ids: string[]): Promise<HeadcountDto[]> {
  assertCan(viewer, "headcounts.read");
  const where = { AND: [headcountScope(viewer), { id: { in: ids } }] };
  const rows = await db.headcount.findMany({ where, select: headcountSelect });
  return inOrder(ids, rows).map(toHeadcount);
}

function toQuery(viewer: Viewer, params: HeadcountListParams, asOf: CivilDate) {
  const where: Prisma.HeadcountWhereInput = {
    AND: [
      headcountScope(viewer),
      { on: { lte: fromCivil(asOf) } },
      params.park ? { park: { code: params.park } } : {},
      params.enterprise ? { enterpriseId: params.enterprise } : {},
      params.query ? { enterprise: { search: { contains: literally(fold(params.query)) } } } : {},
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const orderBy: Prisma.HeadcountOrderByWithRelationInput[] = [
    { [params.sort.field]: direction },
    { id: "asc" },
  ];
  return { where, orderBy };
}

/** One declaration with what the viewer may do to it, or null out of reach. */
export async function getHeadcount(viewer: Viewer, id: string) {
  assertCan(viewer, "headcounts.read");
  if (!isId(id)) return null;
  const row = await db.headcount.findFirst({
    where: { AND: [headcountScope(viewer), { id }] },
    select: headcountSelect,
  });
  if (!row) return null;
  return {
    ...toHeadcount(row),
    can: {
      update: row.returnId === null && can(viewer, "headcounts.update"),
      delete: row.returnId === null && can(viewer, "headcounts.delete"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findHeadcountInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.headcount.findFirst({
    where: { AND: [headcountScope(viewer), { id }] },
    select: headcountSelect,
  });
  if (!row) throw notFound();
  return row;
}
