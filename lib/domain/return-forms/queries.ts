import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type ReturnFormDto, returnFormSelect, toReturnForm } from "./dto";
import type { ReturnFormListParams } from "./schema";
import { returnFormScope } from "./scope";

/** The forms within reach, a page of them. */
export async function listReturnForms(
  viewer: Viewer,
  params: ReturnFormListParams,
): Promise<Page<ReturnFormDto>> {
  assertCan(viewer, "return-forms.read");
  const { where, orderBy } = toQuery(viewer, params);
  const page = { skip: offsetOf(params), take: params.pageSize };
  const [rows, total] = await Promise.all([
    db.returnForm.findMany({ where, orderBy, ...page, select: returnFormSelect }),
    db.returnForm.count({ where }),
  ]);
  return { rows: rows.map(toReturnForm), total };
}

/** The ids of all of them, in the list's order. */
export async function listReturnFormIds(viewer: Viewer, params: ReturnFormListParams): Promise<string[]> {
  assertCan(viewer, "return-forms.read");
  const rows = await db.returnForm.findMany({ ...toQuery(viewer, params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listReturnFormsByIds(viewer: Viewer, ids: string[]): Promise<ReturnFormDto[]> {
  assertCan(viewer, "return-forms.read");
  const where = { AND: [returnFormScope(viewer), { id: { in: ids } }] };
  const rows = await db.returnForm.findMany({ where, select: returnFormSelect });
  return inOrder(ids, rows).map(toReturnForm);
}

/** One form with its versions, newest first, and what the viewer may do; null out of reach. */
export async function getReturnForm(viewer: Viewer, id: string) {
  assertCan(viewer, "return-forms.read");
  if (!isId(id)) return null;
  const where = { AND: [returnFormScope(viewer), { id }] };
  const row = await db.returnForm.findFirst({ where, select: returnFormSelect });
  if (!row) return null;
  const form = toReturnForm(row);
  const current = reachesZone(viewer) && form.retiredOn === null;
  return {
    ...form,
    can: {
      update: current && can(viewer, "return-forms.update"),
      createVersion:
        current && form.versions[0]?.frozen === true && can(viewer, "return-forms.createVersion"),
      design: current && form.versions[0]?.frozen === false && can(viewer, "return-forms.design"),
      retire: current && can(viewer, "return-forms.retire"),
    },
  };
}

/** The forms in use with their newest version, for choosing what a round asks. */
export async function listFormOptions(viewer: Viewer) {
  assertCan(viewer, "return-forms.read");
  return db.returnForm.findMany({
    where: { AND: [returnFormScope(viewer), { retiredOn: null }] },
    orderBy: { code: "asc" },
    select: { id: true, code: true, titleZh: true, titleEn: true, months: true },
  });
}

/** @throws AppError NOT_FOUND */
export async function findReturnFormInScope(on: Db, viewer: Viewer, id: string) {
  const where = { AND: [returnFormScope(viewer), { id }] };
  const row = await on.returnForm.findFirst({ where, select: returnFormSelect });
  if (!row) throw notFound();
  return row;
}

/** A version by its own id. @throws AppError NOT_FOUND */
export async function findFormVersionInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.returnFormVersion.findFirst({
    where: { id, form: returnFormScope(viewer) },
    select: { id: true, formId: true, frozenAt: true, version: true, form: { select: { retiredOn: true } } },
  });
  if (!row) throw notFound();
  return row;
}

function toQuery(viewer: Viewer, params: ReturnFormListParams) {
  const contains = { contains: literally(params.query), mode: "insensitive" as const };
  const where: Prisma.ReturnFormWhereInput = {
    AND: [
      returnFormScope(viewer),
      params.state ? { retiredOn: params.state === "current" ? null : { not: null } } : {},
      params.query ? { OR: [{ code: contains }, { titleZh: contains }, { titleEn: contains }] } : {},
    ],
  };
  const direction = params.sort.descending ? ("desc" as const) : ("asc" as const);
  return { where, orderBy: [{ [params.sort.field]: direction }, { id: "asc" as const }] };
}
