import "server-only";
import { type MeetingDto, toMeetingTitles } from "@/lib/domain/meetings/dto";
import { listMeetingIds, listMeetingsByIds } from "@/lib/domain/meetings/queries";
import { meetingListSchema } from "@/lib/domain/meetings/schema";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const meetingList: List<MeetingDto> = {
  noun: "meetings",
  title: "meetings.title",
  href: (meeting) => `/meetings/${meeting.id}`,
  ids: ({ viewer, values }) => listMeetingIds(viewer, parseList(meetingListSchema, values)),
  rows: ({ viewer }, ids) => listMeetingsByIds(viewer, ids),
  columns: () => [
    {
      key: "title",
      header: "meetings.titleLabel",
      kind: "TEXT",
      value: (meeting, locale) => titleOf(locale, toMeetingTitles(meeting)),
      wrap: true,
    },
    {
      key: "series",
      header: "meetings.series",
      kind: "TEXT",
      value: ({ series }, locale) => nameOf(locale, series),
      wrap: true,
    },
    {
      key: "number",
      header: "meetings.number",
      kind: "COUNT",
      value: ({ number }) => number,
      sort: "number",
    },
    {
      key: "startsOn",
      header: "meetings.startsOn",
      kind: "DATE",
      value: ({ startsOn }) => startsOn,
      sort: "startsOn",
    },
    { key: "endsOn", header: "meetings.endsOn", kind: "DATE", hidden: true, value: ({ endsOn }) => endsOn },
    {
      key: "place",
      header: "meetings.place",
      kind: "TEXT",
      value: ({ placeZh, placeEn }, locale) => nameOf(locale, { nameZh: placeZh, nameEn: placeEn }),
    },
    {
      key: "country",
      header: "meetings.country",
      kind: "TEXT",
      hidden: true,
      value: ({ country }, locale) => countryName(locale, country),
    },
    {
      key: "agreements",
      header: "meetings.agreementCount",
      kind: "COUNT",
      value: ({ agreements }) => agreements,
    },
    {
      key: "outcomes",
      header: "meetings.outcomes",
      kind: "COUNT",
      value: ({ outcomeCount }) => outcomeCount,
    },
    {
      key: "actionItems",
      header: "meetings.actionItems",
      kind: "COUNT",
      value: ({ actionItems }) => actionItems,
    },
  ],
};
