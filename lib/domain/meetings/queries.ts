import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import {
  type MeetingDto,
  meetingDetailSelect,
  meetingSelect,
  type SeriesDto,
  seriesSelect,
  toMeeting,
  toMeetingDetail,
  toSeries,
} from "./dto";
import type { MeetingListParams } from "./schema";

/** The sessions, a page of them. They are the whole zone's, so every reader reads all. */
export async function listMeetings(viewer: Viewer, params: MeetingListParams): Promise<Page<MeetingDto>> {
  assertCan(viewer, "meetings.read");
  const { where, orderBy } = toQuery(params);
  const page = { skip: offsetOf(params), take: params.pageSize };
  const [rows, total] = await Promise.all([
    db.meeting.findMany({ where, orderBy, ...page, select: meetingSelect }),
    db.meeting.count({ where }),
  ]);
  return { rows: rows.map(toMeeting), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listMeetingIds(viewer: Viewer, params: MeetingListParams): Promise<string[]> {
  assertCan(viewer, "meetings.read");
  const rows = await db.meeting.findMany({ ...toQuery(params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that there are, in the order of the ids. */
export async function listMeetingsByIds(viewer: Viewer, ids: string[]): Promise<MeetingDto[]> {
  assertCan(viewer, "meetings.read");
  const rows = await db.meeting.findMany({ where: { id: { in: ids } }, select: meetingSelect });
  return inOrder(ids, rows).map(toMeeting);
}

function toQuery(params: MeetingListParams) {
  const contains = { contains: literally(params.query), mode: "insensitive" } as const;
  const where: Prisma.MeetingWhereInput = {
    AND: [
      params.series ? { seriesId: params.series } : {},
      params.country ? { country: params.country.toUpperCase() } : {},
      params.query
        ? {
            OR: [
              { titleZh: contains },
              { titleEn: contains },
              { placeZh: contains },
              { placeEn: contains },
              { series: { OR: [{ nameZh: contains }, { nameEn: contains }, { code: contains }] } },
            ],
          }
        : {},
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const orderBy: Prisma.MeetingOrderByWithRelationInput[] = [
    { [params.sort.field]: direction },
    { id: direction },
  ];
  return { where, orderBy };
}

/** One session whole, with what the viewer may do, or null. */
export async function getMeeting(viewer: Viewer, id: string) {
  assertCan(viewer, "meetings.read");
  if (!isId(id)) return null;
  const row = await db.meeting.findUnique({ where: { id }, select: meetingDetailSelect });
  if (!row) return null;
  const all = reachesZone(viewer);
  return {
    ...toMeetingDetail(row),
    can: {
      update: all && can(viewer, "meetings.update"),
      addAgreement: all && can(viewer, "agreements.create"),
      addItem: all && can(viewer, "action-items.create"),
    },
  };
}

/** All sessions, the latest first: what a form or a filter offers. */
export async function listMeetingOptions(viewer: Viewer) {
  assertCan(viewer, "meetings.read");
  const rows = await db.meeting.findMany({
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: 500,
    select: meetingSelect,
  });
  return rows.map(toMeeting);
}

/** The outcomes of the latest sessions, in their order: what an action item may be raised from. */
export async function listOutcomeOptions(viewer: Viewer) {
  assertCan(viewer, "meetings.read");
  return db.meetingOutcome.findMany({
    orderBy: [{ meeting: { startsOn: "desc" } }, { position: "asc" }],
    take: 500,
    select: { id: true, meetingId: true, textZh: true, textEn: true },
  });
}

/** The session of the series that came before a day, or null. */
export async function getMeetingBefore(viewer: Viewer, seriesId: string, before: CivilDate) {
  assertCan(viewer, "meetings.read");
  const row = await db.meeting.findFirst({
    where: { seriesId, startsOn: { lt: fromCivil(before) } },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    select: meetingSelect,
  });
  return row && toMeeting(row);
}

/** Every series, by code. There are few. */
export async function listSeries(viewer: Viewer): Promise<SeriesDto[]> {
  assertCan(viewer, "meetings.read");
  const rows = await db.meetingSeries.findMany({ orderBy: { code: "asc" }, select: seriesSelect });
  return rows.map(toSeries);
}

/** One series with what the viewer may do, or null. */
export async function getSeries(viewer: Viewer, id: string) {
  assertCan(viewer, "meetings.read");
  if (!isId(id)) return null;
  const row = await db.meetingSeries.findUnique({ where: { id }, select: seriesSelect });
  const may = reachesZone(viewer) && can(viewer, "meetings.updateSeries");
  return row && { ...toSeries(row), can: { update: may } };
}

/** @throws AppError NOT_FOUND */
export async function findMeetingInScope(on: Db, viewer: Viewer, id: string) {
  const row = can(viewer, "meetings.read")
    ? await on.meeting.findUnique({ where: { id }, select: meetingDetailSelect })
    : null;
  if (!row) throw notFound();
  return row;
}

/** @throws AppError NOT_FOUND */
export async function findSeriesInScope(on: Db, viewer: Viewer, id: string) {
  const row = can(viewer, "meetings.read")
    ? await on.meetingSeries.findUnique({ where: { id }, select: seriesSelect })
    : null;
  if (!row) throw notFound();
  return row;
}
