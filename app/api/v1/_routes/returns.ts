import { z } from "zod";
import { getReturnForm, listReturnForms } from "@/lib/domain/return-forms/queries";
import {
  feedParts,
  fieldTypes,
  moneyUnits,
  returnFormListSchema,
  softReasons,
  sumKinds,
} from "@/lib/domain/return-forms/schema";
import type { RoundDto } from "@/lib/domain/return-rounds/dto";
import { getRound, listRounds } from "@/lib/domain/return-rounds/queries";
import { roundListSchema, roundStandings, roundStates } from "@/lib/domain/return-rounds/schema";
import type { ReturnRowDto } from "@/lib/domain/returns/dto";
import { getReturn, listReturns } from "@/lib/domain/returns/queries";
import { returnExemptions, returnListSchema, returnStates } from "@/lib/domain/returns/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { getRoundFigures } from "@/lib/reports/returns/facts";
import {
  dateShape,
  firmShape,
  listShape,
  placeShape,
  rateShape,
  toNames,
  toPlaceNames,
  uuidShape,
} from "./shapes";

const words = z.string().nullable();
const optionShape = z.object({ key: z.string(), zh: words, en: words });
const fieldShape = z.object({
  ...{ key: z.string(), type: z.enum(fieldTypes), labelZh: words, labelEn: words },
  ...{ definitionZh: words, definitionEn: words, unitZh: words, unitEn: words },
  money: z.enum(moneyUnits).nullable().describe("WAN: ten thousands of yuan"),
  ...{ decimals: z.int(), required: z.boolean(), min: words, max: words, carry: z.boolean() },
  options: z.array(optionShape),
  soft: z.object({ last: words, yearAgo: words }).describe("Per cent, beyond which a change needs a reason"),
  feeds: z.enum(feedParts).nullable(),
});
const definitionShape = z.object({
  sections: z.array(
    z.object({
      ...{ key: z.string(), titleZh: words, titleEn: words, helpZh: words, helpEn: words },
      fields: z.array(fieldShape),
    }),
  ),
  sums: z.array(z.object({ totalKey: z.string(), partKeys: z.array(z.string()), kind: z.enum(sumKinds) })),
});

const formShape = z.object({
  ...{ id: uuidShape, code: z.string(), titleZh: words, titleEn: words, months: z.int() },
  retiredOn: dateShape.nullable(),
  versions: z.array(z.object({ number: z.int(), frozen: z.boolean(), questions: z.int() })),
  version: z.int(),
});

export const returnForms = defineRoute({
  id: "listReturnForms",
  path: "/return-forms",
  tag: "returns",
  query: z.object({ query: z.string().max(200).optional(), ...listQuery }),
  answer: listShape(formShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const params = returnFormListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { rows, total } = await listReturnForms(viewer, params);
    return { items: rows.map(toForm), nextCursor: toNextCursor(place, total) };
  },
});

export const returnForm = defineRoute({
  id: "getReturnForm",
  path: "/return-forms/{id}",
  tag: "returns",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: formShape.extend({ definition: definitionShape.describe("Of the newest version") }),
  handle: async (viewer, { params }) => {
    const row = await getReturnForm(viewer, params.id);
    const newest = row?.versions[0];
    if (!row || !newest) throw notFound();
    return { ...toForm(row), definition: newest.definition };
  },
});

type Form = NonNullable<Awaited<ReturnType<typeof getReturnForm>>>;

function toForm({ id, code, titleZh, titleEn, months, retiredOn, version, versions }: Omit<Form, "can">) {
  return {
    ...{ id, code, titleZh, titleEn, months, retiredOn, version },
    versions: versions.map(({ number, frozen, questions }) => ({ number, frozen, questions })),
  };
}

const roundShape = z.object({
  ...{ id: uuidShape, code: z.string(), titleZh: words, titleEn: words },
  ...{
    periodFrom: dateShape,
    referenceOn: dateShape,
    opensOn: dateShape,
    dueOn: dateShape,
    closesOn: dateShape,
  },
  park: placeShape.nullable().describe("null: the whole zone"),
  form: z.object({ id: uuidShape, code: z.string(), number: z.int() }),
  ...{ leaveRegisteredOnly: z.boolean(), leavePublicBodies: z.boolean(), ownerId: uuidShape.nullable() },
  state: z.enum(roundStates),
  standing: z.enum(roundStandings),
  version: z.int(),
});

export const returnRounds = defineRoute({
  id: "listReturnRounds",
  path: "/return-rounds",
  tag: "returns",
  query: z.object({
    query: z.string().max(200).optional(),
    roundState: z.enum(roundStates).optional(),
    ...listQuery,
  }),
  answer: listShape(roundShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const params = roundListSchema.parse({
      ...query,
      state: query.roundState,
      page: place.page,
      pageSize: place.limit,
    });
    const { rows, total } = await listRounds(viewer, params);
    return { items: rows.map(toRound), nextCursor: toNextCursor(place, total) };
  },
});

const count = z.int();

export const returnRound = defineRoute({
  id: "getReturnRound",
  path: "/return-rounds/{id}",
  tag: "returns",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: roundShape.extend({
    figures: z.object({
      ...{ all: count, registeredOnly: count, publicBodies: count, exemptOther: count, inScope: count },
      ...{ usable: count, onTime: count, late: count, notStarted: count, draft: count, submitted: count },
      ...{ returned: count, accepted: count, estimated: count, known: count, knownOfUsable: count },
      ...{ acceptedPeople: count, carriedPeople: count, people: count },
      ...{
        responseRate: rateShape,
        onTimeRate: rateShape,
        coverageRate: rateShape,
        estimatedShare: rateShape,
      },
    }),
  }),
  handle: async (viewer, { params }) => {
    const row = await getRound(viewer, params.id);
    if (!row) throw notFound();
    return { ...toRound(row), figures: await getRoundFigures(viewer, row.id) };
  },
});

function toRound(row: RoundDto) {
  const { id, code, titleZh, titleEn, periodFrom, referenceOn, opensOn, dueOn, closesOn } = row;
  return {
    ...{ id, code, titleZh, titleEn, periodFrom, referenceOn, opensOn, dueOn, closesOn },
    park: row.park && toPlaceNames(row.park),
    form: { id: row.form.id, code: row.form.code, number: row.formNumber },
    ...{ leaveRegisteredOnly: row.leaveRegisteredOnly, leavePublicBodies: row.leavePublicBodies },
    ownerId: row.ownerId,
    ...{ state: row.state, standing: row.standing, version: row.version },
  };
}

const answersShape = z
  .record(z.string(), z.string())
  .describe("By the form's keys; figures as plain decimals");
const returnShape = z.object({
  id: uuidShape,
  round: z.object({ id: uuidShape, code: z.string(), dueOn: dateShape, closesOn: dateShape }),
  enterprise: firmShape,
  park: placeShape.describe("Of a firm in several, its largest"),
  parks: z.array(placeShape).describe("Wherever the firm is in body on the reference day"),
  state: z.enum(returnStates),
  exemption: z.enum(returnExemptions).nullable(),
  receivedOn: dateShape.nullable(),
  ...{ late: z.boolean(), onBehalf: z.boolean() },
  openUntil: dateShape.nullable(),
  ...{ revision: z.int(), version: z.int() },
});

export const returns = defineRoute({
  id: "listReturns",
  path: "/returns",
  tag: "returns",
  query: z.object({
    query: z.string().max(200).optional(),
    round: uuidShape.optional(),
    enterprise: uuidShape.optional(),
    returnState: z.enum(returnStates).optional(),
    late: z.enum(["yes", "no"]).optional(),
    ...listQuery,
  }),
  answer: listShape(returnShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const params = returnListSchema.parse({
      ...query,
      state: query.returnState,
      page: place.page,
      pageSize: place.limit,
    });
    const { rows, total } = await listReturns(viewer, params);
    return { items: rows.map(toReturn), nextCursor: toNextCursor(place, total) };
  },
});

export const returnRecord = defineRoute({
  id: "getReturn",
  path: "/returns/{id}",
  tag: "returns",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: returnShape.extend({
    definition: definitionShape,
    answers: answersShape,
    reasons: z.record(
      z.string(),
      z.object({ code: z.union([z.enum(softReasons), z.literal("")]), words: z.string() }),
    ),
    comment: words,
    comments: z.record(z.string(), z.string()),
    last: answersShape.nullable(),
    yearAgo: answersShape.nullable(),
  }),
  handle: async (viewer, { params }) => {
    const row = await getReturn(viewer, params.id);
    if (!row) throw notFound();
    const { definition, answers, reasons, comment, comments, last, yearAgo } = row;
    return { ...toReturn(row), definition, answers, reasons, comment, comments, last, yearAgo };
  },
});

function toReturn(row: ReturnRowDto) {
  const { id, state, exemption, receivedOn, late, onBehalf, openUntil, revision, version, round } = row;
  return {
    ...{ id, state, exemption, receivedOn, late, onBehalf, openUntil, revision, version },
    round: { id: round.id, code: round.code, dueOn: round.dueOn, closesOn: round.closesOn },
    enterprise: { id: row.enterprise.id, ...toNames(row.enterprise) },
    park: toPlaceNames(row.park),
    parks: row.parks.map(toPlaceNames),
  };
}
