import { z } from "zod";
import type { ClaimDto } from "@/lib/domain/claims/dto";
import { getClaim, listClaims } from "@/lib/domain/claims/queries";
import { claimComparisons, claimListSchema, claimMetrics, claimScopes } from "@/lib/domain/claims/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { withFigures } from "@/lib/reports/claims/facts";
import type { ClaimFigures } from "@/lib/reports/claims/types";
import { recallClaimAlarms } from "@/lib/reports/recall";
import { asOfQuery, dateShape, dayOf, listShape, namesShape, toNames, uuidShape } from "./shapes";

const bound = z.enum(["HOLDS", "BELOW", "ABOVE", "UNKNOWN"]);
const claimShape = z.object({
  id: uuidShape,
  code: z.string(),
  textZh: z.string().nullable(),
  textEn: z.string().nullable(),
  publishedOn: dateShape,
  publishedIn: z.string().nullable(),
  asOf: dateShape,
  signedOffAt: z.iso.datetime().nullable(),
  signedOffBy: z.string().nullable(),
  withdrawnOn: dateShape.nullable(),
  state: z
    .enum([...bound.options, "WITHDRAWN", "UNBOUND"])
    .describe("BELOW is an alarm: a figure has fallen below what was said"),
  bindings: z.array(
    z.object({
      metric: z.enum(claimMetrics),
      scope: z.enum(claimScopes),
      scopeId: uuidShape.nullable(),
      of: z.object(namesShape).nullable(),
      currency: z.string().nullable(),
      comparison: z.enum(claimComparisons),
      said: z.string(),
      valueThen: z.number().nullable().describe("On the claim's own day, as the record has it"),
      stateThen: bound,
      valueNow: z.number().nullable().describe("On the day asked for"),
      state: bound,
    }),
  ),
  version: z.int(),
});

const answer = z.enum(["yes", "no"]);

export const claims = defineRoute({
  id: "listClaims",
  path: "/claims",
  tag: "claims",
  query: z.object({
    query: z.string().max(200).optional(),
    signed: answer.optional(),
    withdrawn: answer.optional(),
    alarm: z.enum(["yes"]).optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(claimShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const asOf = dayOf(query.asOf);
    const filters = claimListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const alarms = filters.alarm ? await recallClaimAlarms(viewer, asOf) : null;
    const { rows, total } = await listClaims(
      viewer,
      filters,
      alarms?.map(({ id }) => id),
    );
    const items = await withFigures(viewer, rows, asOf);
    return { items: items.map(toClaim), nextCursor: toNextCursor(place, total) };
  },
});

export const claim = defineRoute({
  id: "getClaim",
  path: "/claims/{id}",
  tag: "claims",
  params: z.object({ id: uuidShape }),
  query: z.object({ ...asOfQuery }),
  answer: claimShape,
  handle: async (viewer, { params, query }) => {
    const row = await getClaim(viewer, params.id);
    const [found] = row ? await withFigures(viewer, [row], dayOf(query.asOf)) : [];
    if (!found) throw notFound();
    return toClaim(found);
  },
});

function toClaim(row: ClaimDto & { figures: ClaimFigures }) {
  const { id, code, textZh, textEn, publishedOn, publishedIn, asOf, version } = row;
  const { signedOffAt, signedOffBy, withdrawnOn, figures } = row;
  return {
    ...{ id, code, textZh, textEn, publishedOn, publishedIn, asOf, version },
    ...{ signedOffAt, signedOffBy, withdrawnOn, state: figures.state },
    bindings: row.bindings.flatMap(({ id: own, of, ...binding }) => {
      const figure = figures.bindings.find((one) => one.id === own);
      if (!figure) return [];
      const { valueThen, stateThen, valueNow, state } = figure;
      return [{ ...binding, of: of && toNames(of), valueThen, stateThen, valueNow, state }];
    }),
  };
}
