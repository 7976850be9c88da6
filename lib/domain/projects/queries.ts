import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { toCustomEntries, toCustomValues } from "../custom-fields/dto";
import { type CustomAsk, listFieldsOf, noCustom } from "../custom-fields/queries";
import { customWhere } from "../custom-fields/queries-filters";
import { assertCan, can } from "../permissions";
import { type ProjectDto, projectDetailSelect, projectSelect, toProject, toProjectDetail } from "./dto";
import type { ProjectListParams } from "./schema";
import { projectScope } from "./scope";

export type ProjectListItem = ProjectDto & {
  milestones: number;
  /** By the fields' ids. */
  custom: Record<string, string>;
};

/** The projects within reach, a page of them. */
export async function listProjects(
  viewer: Viewer,
  params: ProjectListParams,
  custom: CustomAsk = noCustom,
): Promise<Page<ProjectListItem>> {
  assertCan(viewer, "projects.read");
  const { where, orderBy } = toQuery(viewer, params, custom);
  const [rows, total] = await Promise.all([
    db.project.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: itemSelect,
    }),
    db.project.count({ where }),
  ]);
  return { rows: rows.map((row) => toListItem(viewer, row, custom)), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listProjectIds(
  viewer: Viewer,
  params: ProjectListParams,
  custom: CustomAsk = noCustom,
): Promise<string[]> {
  assertCan(viewer, "projects.read");
  const rows = await db.project.findMany({ ...toQuery(viewer, params, custom), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listProjectsByIds(
  viewer: Viewer,
  ids: string[],
  custom: CustomAsk = noCustom,
): Promise<ProjectListItem[]> {
  assertCan(viewer, "projects.read");
  const where = { AND: [projectScope(viewer), { id: { in: ids } }] };
  const rows = await db.project.findMany({ where, select: itemSelect });
  return inOrder(ids, rows).map((row) => toListItem(viewer, row, custom));
}

const itemSelect = {
  ...projectSelect,
  _count: { select: { milestones: true } },
} satisfies Prisma.ProjectSelect;

function toListItem(
  viewer: Viewer,
  { _count, ...row }: Prisma.ProjectGetPayload<{ select: typeof itemSelect }>,
  { fields }: CustomAsk,
) {
  return {
    ...forReader(viewer, toProject(row)),
    custom: toCustomValues(fields, row.custom),
    milestones: _count.milestones,
  };
}

/** Which agreement a project keeps is the office's to read; a firm reads its project without. */
function forReader<Dto extends ProjectDto>(viewer: Viewer, project: Dto): Dto {
  return viewer.enterpriseIds === null ? project : { ...project, agreementId: null, agreement: null };
}

function toQuery(viewer: Viewer, params: ProjectListParams, { filters }: CustomAsk) {
  const words = fold(params.query).split(" ").filter(Boolean);
  const where: Prisma.ProjectWhereInput = {
    AND: [
      projectScope(viewer),
      params.lead ? { leadId: params.lead } : {},
      params.agreement ? { agreementId: params.agreement } : {},
      params.park ? { park: { code: params.park } } : {},
      params.cluster ? { cluster: params.cluster } : {},
      params.kind ? { kind: params.kind } : {},
      params.stage ? { stage: params.stage } : {},
      params.tag ? { tags: { has: params.tag } } : {},
      ...words.map((word) => ({ search: { contains: literally(word) } })),
      ...customWhere(filters),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const title = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const field = params.sort.field === "title" ? title : params.sort.field;
  const orderBy: Prisma.ProjectOrderByWithRelationInput[] = [{ [field]: direction }, { id: "asc" }];
  return { where, orderBy };
}

/** One project with its milestones, updates and what the viewer may do, or null out of reach. */
export async function getProject(viewer: Viewer, id: string) {
  assertCan(viewer, "projects.read");
  if (!isId(id)) return null;
  const [row, fields] = await Promise.all([
    db.project.findFirst({
      where: { AND: [projectScope(viewer), { id }] },
      select: projectDetailSelect,
    }),
    listFieldsOf(viewer, "PROJECT"),
  ]);
  if (!row) return null;
  const live = row.stage !== "CANCELLED";
  return {
    ...forReader(viewer, toProjectDetail(row)),
    customFields: toCustomEntries(fields, row.custom),
    can: {
      update: can(viewer, "projects.update"),
      cancel: live && can(viewer, "projects.cancel"),
      report: live && can(viewer, "projects.report"),
      addMilestone: live && can(viewer, "milestones.create"),
      forecast: live && can(viewer, "milestones.forecast"),
      rebaseline: live && can(viewer, "milestones.rebaseline"),
    },
  };
}

/** The id of the project with a code, or null out of reach. */
export async function getProjectIdByCode(viewer: Viewer, code: string): Promise<string | null> {
  assertCan(viewer, "projects.read");
  const row = await db.project.findFirst({
    where: { AND: [projectScope(viewer), { code }] },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** All of them are within reach. @throws AppError NOT_FOUND */
export async function assertProjectsInScope(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  const found = await on.project.count({ where: { AND: [projectScope(viewer), { id: { in: ids } }] } });
  if (found < new Set(ids).size) throw notFound();
}

/** @throws AppError NOT_FOUND */
export async function findProjectInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.project.findFirst({
    where: { AND: [projectScope(viewer), { id }] },
    select: projectSelect,
  });
  if (!row) throw notFound();
  return row;
}
