import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
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
import {
  type ProgrammeDto,
  programmeDetailSelect,
  programmeSelect,
  toProgramme,
  toProgrammeDetail,
} from "./dto";
import type { ProgrammeListParams } from "./schema";
import { programmeScope } from "./scope";

/** The programmes within reach, a page of them. */
export async function listProgrammes(
  viewer: Viewer,
  params: ProgrammeListParams,
): Promise<Page<ProgrammeDto>> {
  assertCan(viewer, "programmes.read");
  const { where, orderBy } = toQuery(viewer, params);
  const [rows, total] = await Promise.all([
    db.programme.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: programmeSelect,
    }),
    db.programme.count({ where }),
  ]);
  return { rows: rows.map(toProgramme), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listProgrammeIds(viewer: Viewer, params: ProgrammeListParams): Promise<string[]> {
  assertCan(viewer, "programmes.read");
  const rows = await db.programme.findMany({ ...toQuery(viewer, params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listProgrammesByIds(viewer: Viewer, ids: string[]): Promise<ProgrammeDto[]> {
  assertCan(viewer, "programmes.read");
  const where = { AND: [programmeScope(viewer), { id: { in: ids } }] };
  const rows = await db.programme.findMany({ where, select: programmeSelect });
  return inOrder(ids, rows).map(toProgramme);
}

function matching(query: string): Prisma.ProgrammeWhereInput[] {
  const words = fold(query).split(" ").filter(Boolean);
  return words.map((word) => ({ search: { contains: literally(word) } }));
}

function toQuery(viewer: Viewer, params: ProgrammeListParams) {
  const where: Prisma.ProgrammeWhereInput = {
    AND: [
      programmeScope(viewer),
      params.institute ? { instituteId: params.institute } : {},
      params.agreement ? { agreementId: params.agreement } : {},
      ...matching(params.query),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const name = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const field = params.sort.field === "name" ? name : params.sort.field;
  const orderBy: Prisma.ProgrammeOrderByWithRelationInput[] = [{ [field]: direction }, { id: "asc" }];
  return { where, orderBy };
}

/** The programmes that match what is typed, for a form that names one. At most twenty. */
export async function listProgrammeOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "programmes.read");
  return findBestFirst("programme", query, (among, take) =>
    db.programme.findMany({
      where: { AND: [programmeScope(viewer), ...(among ? [among] : matching(query))] },
      orderBy: { code: "asc" },
      take,
      select: { id: true, code: true, nameZh: true, nameEn: true },
    }),
  );
}

/** One programme with its cohorts and what the viewer may do, or null out of reach. */
export async function getProgramme(viewer: Viewer, id: string) {
  assertCan(viewer, "programmes.read");
  if (!isId(id)) return null;
  const row = await db.programme.findFirst({
    where: { AND: [programmeScope(viewer), { id }] },
    select: programmeDetailSelect,
  });
  if (!row) return null;
  const everywhere = reachesZone(viewer);
  return {
    ...toProgrammeDetail(row),
    can: {
      update: everywhere && can(viewer, "programmes.update"),
      recordCohort: everywhere && can(viewer, "programmes.recordCohort"),
      removeCohort: everywhere && can(viewer, "programmes.removeCohort"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findProgrammeInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.programme.findFirst({
    where: { AND: [programmeScope(viewer), { id }] },
    select: programmeDetailSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** All of them are within reach. @throws AppError NOT_FOUND */
export async function assertProgrammesInScope(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const found = await on.programme.count({
    where: { AND: [programmeScope(viewer), { id: { in: wanted } }] },
  });
  if (found < wanted.length) throw notFound();
}
