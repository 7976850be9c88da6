import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type ActionItemDto, actionItemSelect, toActionItem } from "./dto";
import type { ActionItemListParams } from "./schema";

/** The items raised by a day, a page of them, each with its state on that day. They are the whole zone's. */
export async function listActionItems(
  viewer: Viewer,
  params: ActionItemListParams,
  asOf: CivilDate,
): Promise<Page<ActionItemDto>> {
  assertCan(viewer, "action-items.read");
  const { where, orderBy } = toQuery(params, asOf);
  const page = { skip: offsetOf(params), take: params.pageSize };
  const [rows, total] = await Promise.all([
    db.actionItem.findMany({ where, orderBy, ...page, select: actionItemSelect }),
    db.actionItem.count({ where }),
  ]);
  return { rows: rows.map((row) => toActionItem(row, asOf)), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listActionItemIds(
  viewer: Viewer,
  params: ActionItemListParams,
  asOf: CivilDate,
): Promise<string[]> {
  assertCan(viewer, "action-items.read");
  const rows = await db.actionItem.findMany({ ...toQuery(params, asOf), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that there are, in the order of the ids. */
export async function listActionItemsByIds(viewer: Viewer, ids: string[], asOf: CivilDate) {
  assertCan(viewer, "action-items.read");
  const rows = await db.actionItem.findMany({ where: { id: { in: ids } }, select: actionItemSelect });
  return inOrder(ids, rows).map((row) => toActionItem(row, asOf));
}

function toQuery(params: ActionItemListParams, asOf: CivilDate) {
  const contains = { contains: literally(params.query), mode: "insensitive" } as const;
  const where: Prisma.ActionItemWhereInput = {
    AND: [
      { raisedOn: { lte: fromCivil(asOf) } },
      params.state ? inState(params.state, fromCivil(asOf)) : {},
      params.owner ? { ownerId: params.owner } : {},
      params.meeting ? { meetingId: params.meeting } : {},
      params.agreement ? { agreementId: params.agreement } : {},
      params.project ? { projectId: params.project } : {},
      params.query ? { OR: [{ titleZh: contains }, { titleEn: contains }, { note: contains }] } : {},
    ],
  };
  const direction = params.sort.descending ? ("desc" as const) : ("asc" as const);
  const { field } = params.sort;
  const by =
    field === "dueOn" ? { dueOn: { sort: direction, nulls: "last" as const } } : { [field]: direction };
  const orderBy: Prisma.ActionItemOrderByWithRelationInput[] = [by, { number: direction }];
  return { where, orderBy };
}

/** Neither done nor dropped by the day. */
const openOn = (day: Date): Prisma.ActionItemWhereInput => ({
  AND: [
    { OR: [{ doneOn: null }, { doneOn: { gt: day } }] },
    { OR: [{ droppedOn: null }, { droppedOn: { gt: day } }] },
  ],
});

/** What rules.ts calls the state, as a condition; LIVE is open, overdue or not. */
function inState(state: NonNullable<ActionItemListParams["state"]>, day: Date): Prisma.ActionItemWhereInput {
  if (state === "DONE") return { doneOn: { lte: day } };
  if (state === "DROPPED") return { droppedOn: { lte: day } };
  if (state === "LIVE") return openOn(day);
  if (state === "OVERDUE") return { AND: [openOn(day), { dueOn: { lt: day } }] };
  return { AND: [openOn(day), { OR: [{ dueOn: null }, { dueOn: { gte: day } }] }] };
}

type Session = { id: string; seriesId: string; startsOn: CivilDate };

/**
 * What a session of a series finds open: raised at an earlier session or since, and not closed before this one begins.
 * Worked out at each reading, so that nothing is copied and a late correction shows everywhere.
 */
export async function listCarriedItems(viewer: Viewer, meeting: Session, asOf: CivilDate) {
  assertCan(viewer, "action-items.read");
  const begins = fromCivil(meeting.startsOn);
  const before = fromCivil(meeting.startsOn <= asOf ? meeting.startsOn : asOf);
  const rows = await db.actionItem.findMany({
    where: {
      meeting: { seriesId: meeting.seriesId, id: { not: meeting.id }, startsOn: { lt: begins } },
      raisedOn: { lte: before },
      AND: [
        { OR: [{ doneOn: null }, { doneOn: { gte: begins } }] },
        { OR: [{ droppedOn: null }, { droppedOn: { gte: begins } }] },
      ],
    },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    select: actionItemSelect,
  });
  return rows.map((row) => toActionItem(row, asOf));
}

/** What a person has to do: the items of their own that are open on a day, overdue ones first. */
export async function listOwnActionItems(viewer: Viewer, asOf: CivilDate, limit: number) {
  assertCan(viewer, "action-items.read");
  const day = fromCivil(asOf);
  const where: Prisma.ActionItemWhereInput = {
    AND: [openOn(day), { raisedOn: { lte: day }, ownerId: viewer.userId ?? undefined }],
  };
  if (viewer.userId === null) return { rows: [], total: 0, overdue: 0 };
  const [rows, total, overdue] = await Promise.all([
    db.actionItem.findMany({
      where,
      orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { number: "asc" }],
      take: limit,
      select: actionItemSelect,
    }),
    db.actionItem.count({ where }),
    db.actionItem.count({ where: { AND: [where, { dueOn: { lt: day } }] } }),
  ]);
  return { rows: rows.map((row) => toActionItem(row, asOf)), total, overdue };
}

/** Whoever owns an item, by name: what the list's filter offers. */
export async function listActionItemOwners(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  assertCan(viewer, "action-items.read");
  return db.user.findMany({
    where: { ownedActionItems: { some: {} } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/** One item with its state on a day (today unless told) and what the viewer may do, or null. */
export async function getActionItem(viewer: Viewer, id: string, asOf: CivilDate = todayInZone()) {
  assertCan(viewer, "action-items.read");
  if (!isId(id)) return null;
  const row = await db.actionItem.findUnique({ where: { id }, select: actionItemSelect });
  if (!row) return null;
  const all = reachesZone(viewer);
  const open = row.doneOn === null && row.droppedOn === null;
  return {
    ...toActionItem(row, asOf),
    can: {
      update: all && can(viewer, "action-items.update"),
      complete: all && open && can(viewer, "action-items.complete"),
      drop: all && open && can(viewer, "action-items.drop"),
      reopen: all && !open && can(viewer, "action-items.reopen"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findActionItemInScope(on: Db, viewer: Viewer, id: string) {
  const row = can(viewer, "action-items.read")
    ? await on.actionItem.findUnique({ where: { id }, select: actionItemSelect })
    : null;
  if (!row) throw notFound();
  return row;
}
