import { z } from "zod";
import { filterId, filterText, listParams } from "@/lib/platform/paging/list-params";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { wholeNumber } from "@/lib/platform/values/numbers";
import { codeText, optionalText } from "@/lib/platform/values/text";
import { optionalCountry } from "../enterprises/schema";

export const outcomeKinds = ["DECISION", "AGREED", "NOTED"] as const;

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

const seriesFields = {
  code: codeText(40),
  nameZh: optionalText(200),
  nameEn: optionalText(200),
  noteZh: optionalText(2000),
  noteEn: optionalText(2000),
};

type Named = { nameZh: string | null; nameEn: string | null };
const named = (series: Named) => Boolean(series.nameZh || series.nameEn);
const nameNeeded = { path: ["nameZh"], message: "errors.oneNameNeeded" };

export const createSeriesSchema = z.object(seriesFields).refine(named, nameNeeded);
export const updateSeriesSchema = z
  .object({ ...versioned, ...seriesFields, endedOn: optionalDate() })
  .refine(named, nameNeeded);

/** An organisation that took part: a firm of the zone, or another by its name. */
const attendee = z
  .object({
    enterpriseId: optionalId,
    organisationZh: optionalText(200),
    organisationEn: optionalText(200),
    country: optionalCountry,
    people: optionalText(1000),
  })
  .refine(
    ({ enterpriseId, organisationZh, organisationEn }) => enterpriseId || organisationZh || organisationEn,
    { path: ["enterpriseId"], message: "meetings.errors.organisationNeeded" },
  );

/** What was decided, agreed or noted. One that stands keeps its id, since action items speak of it. */
const outcome = z
  .object({
    id: optionalId,
    kind: z.enum(outcomeKinds).default("DECISION"),
    textZh: optionalText(4000),
    textEn: optionalText(4000),
  })
  .refine(({ textZh, textEn }) => textZh || textEn, { path: ["textZh"], message: "errors.required" });

const fields = {
  seriesId: z.uuid("errors.choose"),
  number: wholeNumber({ min: 1, max: 10_000 }),
  titleZh: optionalText(200),
  titleEn: optionalText(200),
  placeZh: optionalText(200),
  placeEn: optionalText(200),
  country: optionalCountry,
  startsOn: civilDate(),
  endsOn: optionalDate(),
  agendaZh: optionalText(8000),
  agendaEn: optionalText(8000),
  minutesZh: optionalText(20_000),
  minutesEn: optionalText(20_000),
  attendees: z.array(attendee).max(200).default([]),
  outcomes: z.array(outcome).max(200).default([]),
};

type Dated = { startsOn: string; endsOn: string | null };
const ordered = ({ startsOn, endsOn }: Dated) => endsOn === null || endsOn >= startsOn;
const wrongOrder = { path: ["endsOn"], message: "errors.datesOrdered" };

export const createMeetingSchema = z.object(fields).refine(ordered, wrongOrder);
export const updateMeetingSchema = z.object({ ...versioned, ...fields }).refine(ordered, wrongOrder);

export const meetingListSchema = listParams({
  sort: ["startsOn", "number"],
  defaultSort: "-startsOn",
  filters: {
    series: filterId(),
    /** Where it was held: ISO 3166. */
    country: filterText(2),
  },
});

export type CreateSeriesInput = z.output<typeof createSeriesSchema>;
export type UpdateSeriesInput = z.output<typeof updateSeriesSchema>;
export type CreateMeetingInput = z.output<typeof createMeetingSchema>;
export type UpdateMeetingInput = z.output<typeof updateMeetingSchema>;
export type MeetingListParams = z.output<typeof meetingListSchema>;
