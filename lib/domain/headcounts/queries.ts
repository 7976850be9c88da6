import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
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
  const where: Prisma.HeadcountWhereInput = {
    AND: [
      headcountScope(viewer),
      { on: { lte: fromCivil(asOf) } },
      params.park ? { park: { code: params.park } } : {},
      params.enterprise ? { enterpriseId: params.enterprise } : {},
      params.query ? { enterprise: { search: { contains: fold(params.query) } } } : {},
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const [rows, total] = await Promise.all([
    db.headcount.findMany({
      where,
      orderBy: [{ [params.sort.field]: direction }, { id: "asc" }],
      skip: offsetOf(params),
      take: params.pageSize,
      select: headcountSelect,
    }),
    db.headcount.count({ where }),
  ]);
  return { rows: rows.map(toHeadcount), total };
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
    can: { update: can(viewer, "headcounts.update"), delete: can(viewer, "headcounts.delete") },
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
