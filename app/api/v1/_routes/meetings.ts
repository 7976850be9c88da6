import { z } from "zod";
import { type MeetingDto, type SeriesDto, toAttendeeNames, toMeetingTitles } from "@/lib/domain/meetings/dto";
import { getMeeting, getSeries, listMeetings, listSeries } from "@/lib/domain/meetings/queries";
import { meetingListSchema, outcomeKinds } from "@/lib/domain/meetings/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { computeRollUp } from "@/lib/reports/chain/compute";
import { listSessionAgreements } from "@/lib/reports/chain/facts";
import { agreementShape, toAgreementAnswer } from "./agreements";
import { asOfQuery, dateShape, dayOf, listShape, namesShape, toNames, uuidShape } from "./shapes";

const words = z.string().nullable();

const meetingShape = z.object({
  id: uuidShape,
  ...namesShape,
  seriesId: uuidShape,
  series: z.object({ code: z.string(), ...namesShape }),
  number: z.int(),
  placeZh: words,
  placeEn: words,
  country: words,
  startsOn: dateShape,
  endsOn: dateShape.nullable(),
  agreements: z.int(),
  actionItems: z.int(),
  version: z.int(),
});

export const meetings = defineRoute({
  id: "listMeetings",
  path: "/meetings",
  tag: "meetings",
  query: z.object({
    query: z.string().max(200).optional(),
    series: uuidShape.optional(),
    country: z.string().length(2).optional(),
    ...listQuery,
  }),
  answer: listShape(meetingShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = meetingListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { rows, total } = await listMeetings(viewer, filters);
    return { items: rows.map(toMeetingAnswer), nextCursor: toNextCursor(place, total) };
  },
});

export const meeting = defineRoute({
  id: "getMeeting",
  path: "/meetings/{id}",
  tag: "meetings",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: meetingShape.extend({
    agendaZh: words,
    agendaEn: words,
    minutesZh: words,
    minutesEn: words,
    attendees: z.array(
      z.object({ enterpriseId: uuidShape.nullable(), ...namesShape, country: words, people: words }),
    ),
    outcomes: z.array(z.object({ id: uuidShape, kind: z.enum(outcomeKinds), textZh: words, textEn: words })),
  }),
  handle: async (viewer, { params }) => {
    const row = await getMeeting(viewer, params.id);
    if (!row) throw notFound();
    const { agendaZh, agendaEn, minutesZh, minutesEn, outcomes } = row;
    return {
      ...toMeetingAnswer(row),
      ...{ agendaZh, agendaEn, minutesZh, minutesEn, outcomes },
      attendees: row.attendees.map((attendee) => {
        const names = toAttendeeNames(attendee);
        const { enterpriseId, people } = attendee;
        return { enterpriseId, ...toNames(names), country: names.country, people };
      }),
    };
  },
});

export const rollUp = defineRoute({
  id: "getRollUp",
  path: "/meetings/{id}/roll-up",
  tag: "meetings",
  params: z.object({ id: uuidShape }),
  query: z.object({ ...asOfQuery }),
  answer: z.object({
    asOf: dateShape,
    signed: z.int(),
    inForce: z.int(),
    withActiveProjects: z.int(),
    delivered: z.int(),
    lapsed: z.int(),
    silent: z.int(),
    agreements: z.array(agreementShape),
  }),
  handle: async (viewer, { params, query }) => {
    const asOf = dayOf(query.asOf);
    if (!(await getMeeting(viewer, params.id))) throw notFound();
    const rows = await listSessionAgreements(viewer, params.id, asOf);
    const sum = computeRollUp(rows.map(({ standing }) => standing?.state ?? null));
    return { asOf, ...sum, agreements: rows.map(toAgreementAnswer) };
  },
});

const seriesShape = z.object({
  id: uuidShape,
  code: z.string(),
  ...namesShape,
  noteZh: words,
  noteEn: words,
  endedOn: dateShape.nullable(),
  sessions: z.int(),
  version: z.int(),
});

export const seriesList = defineRoute({
  id: "listSeries",
  path: "/meetings/series",
  tag: "meetings",
  query: z.object({}),
  answer: z.object({ items: z.array(seriesShape) }),
  handle: async (viewer) => ({ items: (await listSeries(viewer)).map(toSeriesAnswer) }),
});

export const series = defineRoute({
  id: "getSeries",
  path: "/meetings/series/{id}",
  tag: "meetings",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: seriesShape,
  handle: async (viewer, { params }) => {
    const row = await getSeries(viewer, params.id);
    if (!row) throw notFound();
    return toSeriesAnswer(row);
  },
});

function toMeetingAnswer(row: MeetingDto) {
  const { id, seriesId, number, placeZh, placeEn, country, startsOn, endsOn, version } = row;
  const titles = toMeetingTitles(row);
  return {
    ...{ id, ...toNames({ nameZh: titles.titleZh, nameEn: titles.titleEn }), seriesId, number },
    ...{ placeZh, placeEn, country, startsOn, endsOn, version },
    series: { code: row.series.code, ...toNames(row.series) },
    agreements: row.agreements,
    actionItems: row.actionItems,
  };
}

function toSeriesAnswer(row: SeriesDto) {
  const { id, code, noteZh, noteEn, endedOn, sessions, version } = row;
  return { id, code, ...toNames(row), noteZh, noteEn, endedOn, sessions, version };
}
