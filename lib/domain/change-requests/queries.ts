import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
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
import { type ChangeRequestDto, type ChangeRequestRow, changeRequestSelect, toChangeRequest } from "./dto";
import { readPresent } from "./queries-present";
import { type FieldValue, isSame, lacksEvidence } from "./rules";
import type { ChangeRequestListParams } from "./schema";
import { changeRequestScope } from "./scope";

/** What firms ask for, a page of it, the oldest first unless told. */
export async function listChangeRequests(
  viewer: Viewer,
  params: ChangeRequestListParams,
): Promise<Page<ChangeRequestDto>> {
  assertCan(viewer, "change-requests.read");
  const { where, orderBy } = toQuery(viewer, params);
  const page = { skip: offsetOf(params), take: params.pageSize };
  const [rows, total] = await Promise.all([
    db.changeRequest.findMany({ where, orderBy, ...page, select: changeRequestSelect }),
    db.changeRequest.count({ where }),
  ]);
  return { rows: rows.map((row) => toChangeRequest(row, todayInZone())), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listChangeRequestIds(
  viewer: Viewer,
  params: ChangeRequestListParams,
): Promise<string[]> {
  assertCan(viewer, "change-requests.read");
  const rows = await db.changeRequest.findMany({ ...toQuery(viewer, params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listChangeRequestsByIds(viewer: Viewer, ids: string[]): Promise<ChangeRequestDto[]> {
  assertCan(viewer, "change-requests.read");
  const where = { AND: [changeRequestScope(viewer), { id: { in: ids.filter(isId) } }] };
  const rows = await db.changeRequest.findMany({ where, select: changeRequestSelect });
  return inOrder(ids, rows).map((row) => toChangeRequest(row, todayInZone()));
}

function toQuery(viewer: Viewer, params: ChangeRequestListParams) {
  const words = fold(params.query).split(" ").filter(Boolean);
  const ofSubject: Record<NonNullable<typeof params.subject>, Prisma.ChangeRequestWhereInput> = {
    FIRM: { milestoneId: null, commitmentId: null },
    MILESTONE: { milestoneId: { not: null } },
    COMMITMENT: { commitmentId: { not: null } },
  };
  const where: Prisma.ChangeRequestWhereInput = {
    AND: [
      changeRequestScope(viewer),
      params.state ? { state: params.state } : {},
      params.owner ? { ownerId: params.owner } : {},
      params.firm ? { enterpriseId: params.firm } : {},
      params.subject ? ofSubject[params.subject] : {},
      ...words.map((word) => ({ enterprise: { search: { contains: literally(word) } } })),
    ],
  };
  const direction = params.sort.descending ? ("desc" as const) : ("asc" as const);
  const sorted = viewer.locale === "zh" ? { sortZh: direction } : { sortEn: direction };
  const by = params.sort.field === "firm" ? { enterprise: sorted } : { askedAt: direction };
  const orderBy: Prisma.ChangeRequestOrderByWithRelationInput[] = [by, { id: direction }];
  return { where, orderBy };
}

/**
 * One request: each field with what the record says now and whether that is no longer what stood when it was asked,
 * and what the viewer may do. Null out of reach.
 */
export async function getChangeRequest(viewer: Viewer, id: string) {
  assertCan(viewer, "change-requests.read");
  if (!isId(id)) return null;
  const row = await db.changeRequest.findFirst({
    where: { AND: [changeRequestScope(viewer), { id }] },
    select: changeRequestSelect,
  });
  if (!row) return null;
  const request = toChangeRequest(row, todayInZone());
  const live = row.state === "OPEN" || row.state === "RETURNED";
  const present = live ? await readPresent(db, viewer, row) : null;
  const office = row.state === "OPEN" && mayDecide(viewer, row);
  const firm = live && can(viewer, "change-requests.withdraw");
  return {
    ...request,
    fields: request.fields.map((field) => ({ ...field, ...standing(request, field, present) })),
    can: {
      decide: office,
      sendBack: office && can(viewer, "change-requests.sendBack"),
      assign: live && can(viewer, "change-requests.assign"),
      withdraw: firm,
      mend: live && can(viewer, "change-requests.request"),
      resend: row.state === "RETURNED" && can(viewer, "change-requests.resend"),
    },
  };
}

export type ChangeRequestDetail = NonNullable<Awaited<ReturnType<typeof getChangeRequest>>>;
export type ChangeRequestDetailField = ChangeRequestDetail["fields"][number];

/**
 * Why a request cannot be accepted together with others, as far as can be seen before; null where it can. The fields are
 * those that stand in the way.
 */
export function whyNotAccepted({ state, fields, can: { decide } }: ChangeRequestDetail) {
  if (state !== "OPEN") return { why: `change-requests.errors.state${state}`, fields: [] };
  if (!decide) return { why: "errors.wholeZone", fields: [] };
  const stale = fields.filter((field) => field.stale);
  if (stale.length > 0) return { why: "change-requests.errors.staleField", fields: stale };
  const bare = fields.filter((field) => field.lacksEvidence);
  return bare.length > 0 ? { why: "change-requests.errors.noEvidence", fields: bare } : null;
}

/** So many are read at once. */
const TOGETHER = 8;

/** Those of the ids that are within reach, in the order of the ids, each as it stands against its record. */
export async function listStandings(viewer: Viewer, ids: string[]): Promise<ChangeRequestDetail[]> {
  const found: (ChangeRequestDetail | null)[] = [];
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const part = ids.slice(at, at + TOGETHER);
    found.push(...(await Promise.all(part.map((id) => getChangeRequest(viewer, id)))));
  }
  return found.filter((one) => one !== null);
}

type Field = ChangeRequestDto["fields"][number];

function standing(request: ChangeRequestDto, field: Field, present: Map<string, FieldValue> | null) {
  const now = present?.get(field.field) ?? null;
  const open = present !== null && field.decision === null;
  return {
    present: now,
    /** Somebody else changed it since it was asked. */
    stale: open && !isSame(now, field.before),
    lacksEvidence: open && lacksEvidence(field, evidenceIn(request)),
  };
}

/** What a request says in words to show that something was done. */
export function evidenceIn({ fields }: { fields: { field: string; after: unknown }[] }): unknown {
  return fields.find(({ field }) => field === "evidence")?.after ?? null;
}

/** Measurements are of the whole zone, and so is deciding on them. */
export function mayDecide(viewer: Viewer, { commitmentId }: { commitmentId: string | null }): boolean {
  return can(viewer, "change-requests.decide") && (commitmentId === null || reachesZone(viewer));
}

type Of = { enterpriseId: string; milestoneId?: string | null; commitmentId?: string | null };

/** What is under way about a firm's own record, a milestone or a commitment; null where nothing is. */
export async function getOpenRequest(viewer: Viewer, of: Of) {
  assertCan(viewer, "change-requests.read");
  const { enterpriseId, milestoneId = null, commitmentId = null } = of;
  const row = await db.changeRequest.findFirst({
    where: {
      AND: [
        changeRequestScope(viewer),
        { enterpriseId, milestoneId, commitmentId, state: { in: ["OPEN", "RETURNED"] } },
      ],
    },
    select: changeRequestSelect,
  });
  return row && toChangeRequest(row, todayInZone());
}

/** All that one firm has asked for, the newest first. */
export async function listFirmRequests(viewer: Viewer, enterpriseId: string, limit = 50) {
  assertCan(viewer, "change-requests.read");
  const rows = await db.changeRequest.findMany({
    where: { AND: [changeRequestScope(viewer), { enterpriseId }] },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: changeRequestSelect,
  });
  return rows.map((row) => toChangeRequest(row, todayInZone()));
}

/** @throws AppError NOT_FOUND */
export async function findChangeRequestInScope(
  on: Db,
  viewer: Viewer,
  id: string,
): Promise<ChangeRequestRow> {
  const row = await on.changeRequest.findFirst({
    where: { AND: [changeRequestScope(viewer), { id }] },
    select: changeRequestSelect,
  });
  if (!row) throw notFound();
  return row;
}
