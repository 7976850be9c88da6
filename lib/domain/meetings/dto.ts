import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

export const seriesSelect = {
  id: true,
  code: true,
  nameZh: true,
  nameEn: true,
  noteZh: true,
  noteEn: true,
  endedOn: true,
  version: true,
  _count: { select: { meetings: true } },
} satisfies Prisma.MeetingSeriesSelect;

type SeriesRow = Prisma.MeetingSeriesGetPayload<{ select: typeof seriesSelect }>;
export type SeriesDto = ReturnType<typeof toSeries>;

export function toSeries({ _count, ...row }: SeriesRow) {
  return { ...row, endedOn: toCivilOrNull(row.endedOn), sessions: _count.meetings };
}

export const meetingSelect = {
  id: true,
  seriesId: true,
  number: true,
  titleZh: true,
  titleEn: true,
  placeZh: true,
  placeEn: true,
  country: true,
  startsOn: true,
  endsOn: true,
  version: true,
  series: { select: { code: true, nameZh: true, nameEn: true } },
  _count: { select: { agreements: true, outcomes: true, actionItems: true } },
} satisfies Prisma.MeetingSelect;

export const meetingDetailSelect = {
  ...meetingSelect,
  agendaZh: true,
  agendaEn: true,
  minutesZh: true,
  minutesEn: true,
  attendees: {
    select: {
      enterpriseId: true,
      organisationZh: true,
      organisationEn: true,
      country: true,
      people: true,
      enterprise: { select: { nameZh: true, nameEn: true, country: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  },
  outcomes: {
    select: { id: true, kind: true, textZh: true, textEn: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: typeof meetingSelect }>;
type DetailRow = Prisma.MeetingGetPayload<{ select: typeof meetingDetailSelect }>;

export type MeetingDto = ReturnType<typeof toMeeting>;
export type MeetingDetailDto = ReturnType<typeof toMeetingDetail>;

export function toMeeting({ _count, startsOn, endsOn, ...row }: Row) {
  return {
    ...row,
    startsOn: toCivil(startsOn),
    endsOn: toCivilOrNull(endsOn),
    agreements: _count.agreements,
    outcomeCount: _count.outcomes,
    actionItems: _count.actionItems,
  };
}

export function toMeetingDetail({
  agendaZh,
  agendaEn,
  minutesZh,
  minutesEn,
  attendees,
  outcomes,
  ...row
}: DetailRow) {
  return { ...toMeeting(row), agendaZh, agendaEn, minutesZh, minutesEn, attendees, outcomes };
}

type Sitting = Pick<MeetingDto, "number" | "titleZh" | "titleEn"> & {
  series: { nameZh: string | null; nameEn: string | null };
};

/**
 * What a session is called in both languages: by its own title, else by its number and its series. Ordinals are
 * English's own (1st, 22nd, 13th).
 */
export function toMeetingTitles({ number, titleZh, titleEn, series }: Sitting) {
  const tens = number % 100;
  const end = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return {
    titleZh: titleZh ?? (series.nameZh && `${series.nameZh}第${number}次会议`),
    titleEn: titleEn ?? (series.nameEn && `${number}${end} ${series.nameEn}`),
  };
}

/** What an organisation that took part is called, and where it is from. */
export function toAttendeeNames(attendee: MeetingDetailDto["attendees"][number]) {
  const { enterprise, organisationZh, organisationEn, country } = attendee;
  return {
    nameZh: enterprise ? enterprise.nameZh : organisationZh,
    nameEn: enterprise ? enterprise.nameEn : organisationEn,
    country: country ?? enterprise?.country ?? null,
  };
}
