import { toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { readDefinition } from "../return-forms/dto";
import type { ReturnDefinition } from "../return-forms/schema";
import { toRoundDays } from "../return-rounds/dto";
import type { Answers, Reasons } from "./rules-answers";
import { isLate, ownDays } from "./rules-days";
import { type Place, withPlaces } from "./rules-parks";

const roundSelect = {
  select: {
    ...{ id: true, code: true, titleZh: true, titleEn: true, standing: true, scopedAt: true, closedAt: true },
    ...{ periodFrom: true, referenceOn: true, opensOn: true, dueOn: true, closesOn: true },
    ...{ ownerId: true, parkId: true },
  },
} satisfies Prisma.ReturnRoundDefaultArgs;

/** A row of a list: no answers. */
export const returnRowSelect = {
  id: true,
  state: true,
  exemption: true,
  exemptReason: true,
  receivedOn: true,
  submittedAt: true,
  submittedByName: true,
  onBehalf: true,
  openUntil: true,
  revision: true,
  version: true,
  enterprise: { select: { id: true, nameZh: true, nameEn: true } },
  park: { select: { id: true, code: true, nameZh: true, nameEn: true } },
  places: {
    orderBy: { park: { code: "asc" } },
    select: { park: { select: { id: true, code: true, nameZh: true, nameEn: true } } },
  },
  round: roundSelect,
} satisfies Prisma.ReturnSelect;

export const returnSelect = {
  ...returnRowSelect,
  enterpriseId: true,
  parkId: true,
  roundId: true,
  answers: true,
  reasons: true,
  carried: true,
  comments: true,
  decidedAt: true,
  decidedByName: true,
  comment: true,
  round: {
    select: {
      ...roundSelect.select,
      formVersion: {
        select: { id: true, number: true, definition: true, form: { select: { id: true, months: true } } },
      },
    },
  },
} satisfies Prisma.ReturnSelect;

type Row = Prisma.ReturnGetPayload<{ select: typeof returnRowSelect }>;
type FullRow = Prisma.ReturnGetPayload<{ select: typeof returnSelect }>;

export type ReturnRowDto = ReturnType<typeof toReturnRow>;
export type ReturnDto = ReturnType<typeof toReturn>;

/** Both columns hold what the services wrote after reading it by the form's own rules. */
export const readAnswers = (kept: Prisma.JsonValue): Answers => kept as Answers;
export const readReasons = (kept: Prisma.JsonValue): Reasons => kept as Reasons;
/** The questions as this firm is asked them: one that is in several parks tells how many work in each. */
export function readAsked({ places, round }: Pick<FullRow, "places" | "round">): ReturnDefinition {
  return withPlaces(readDefinition(round.formVersion.definition), toPlaces(places));
}
export const toPlaces = (places: FullRow["places"]): Place[] =>
  places.map(({ park: { id, nameZh, nameEn } }) => ({ id, nameZh, nameEn }));

const readComments = (kept: Prisma.JsonValue) => kept as Record<string, string>;

export function toReturnRow({ round, receivedOn, openUntil, submittedAt, places, ...row }: Row) {
  const days = toRoundDays(round);
  const received = toCivilOrNull(receivedOn);
  const until = toCivilOrNull(openUntil);
  return {
    ...row,
    /** Where the firm is: of one in several parks all of them, of which `park` is its largest. */
    parks: places.length > 0 ? places.map(({ park }) => park) : [row.park],
    receivedOn: received,
    openUntil: until,
    /** By when it is due and may be sent, an exception counted in. */
    own: ownDays({ ...days, closedAt: round.closedAt }, until),
    submittedAt: submittedAt?.toISOString() ?? null,
    late: isLate(received, days.dueOn),
    round: {
      ...{ id: round.id, code: round.code, titleZh: round.titleZh, titleEn: round.titleEn, ...days },
      ...{ standing: round.standing, closed: round.closedAt !== null },
    },
  };
}

/** With the questions, what was said, why, and what the office says to it. */
export function toReturn(row: FullRow) {
  const { answers, reasons, comments, decidedAt, decidedByName, comment, round, ...rest } = row;
  const { enterpriseId: _, parkId: __, roundId: ___, carried: ____, ...listed } = rest;
  return {
    ...toReturnRow({ ...listed, round }),
    definition: readAsked(row),
    answers: readAnswers(answers),
    reasons: readReasons(reasons),
    comments: readComments(comments),
    comment,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedByName,
  };
}
