import { z } from "zod";
import type { PolicyDto } from "@/lib/domain/policies/dto";
import { getPolicy, listPolicies } from "@/lib/domain/policies/queries";
import { policyKinds, policyListSchema, policyStates } from "@/lib/domain/policies/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { agreementShape, toAgreementNames } from "./programmes";
import {
  asOfQuery,
  dateShape,
  dayOf,
  firmShape,
  listShape,
  namesShape,
  placeShape,
  toNames,
  uuidShape,
} from "./shapes";

const words = z.string().nullable();
const state = z.enum(policyStates);
const partShape = z.object({ id: uuidShape, code: z.string(), ...namesShape });

const policyShape = z.object({
  ...partShape.shape,
  kind: z.enum(policyKinds),
  issuerZh: words,
  issuerEn: words,
  system: partShape.nullable(),
  institute: firmShape.nullable(),
  state,
  inForce: z
    .object({ number: z.int(), from: dateShape, to: dateShape.nullable() })
    .nullable()
    .describe("The text in force on the day"),
  version: z.int(),
});

const textShape = z.object({
  number: z.int(),
  inForceFrom: dateShape,
  inForceTo: dateShape.nullable(),
  ...{ summaryZh: words, summaryEn: words, textZh: words, textEn: words },
});

export const policies = defineRoute({
  id: "listPolicies",
  path: "/policies",
  tag: "policies",
  query: z.object({
    query: z.string().max(200).optional(),
    kind: z.enum(policyKinds).optional(),
    state: state.optional(),
    system: uuidShape.optional(),
    institute: uuidShape.optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(policyShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = policyListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { rows, total } = await listPolicies(viewer, filters, dayOf(query.asOf));
    return { items: rows.map(toPolicy), nextCursor: toNextCursor(place, total) };
  },
});

export const policy = defineRoute({
  id: "getPolicy",
  path: "/policies/{id}",
  tag: "policies",
  params: z.object({ id: uuidShape }),
  query: z.object({ ...asOfQuery }),
  answer: policyShape.extend({
    versions: z.array(textShape),
    parts: z.array(partShape.extend({ state })),
    agreements: z.array(agreementShape),
    programmes: z.array(z.object({ id: uuidShape, ...placeShape.shape })),
  }),
  handle: async (viewer, { params, query }) => {
    const row = await getPolicy(viewer, params.id, dayOf(query.asOf));
    if (!row) throw notFound();
    return {
      ...toPolicy(row),
      versions: row.versions,
      parts: row.parts.map((part) => ({ ...toAgreementNames(part), state: part.state })),
      agreements: row.agreements.map(({ agreement }) => toAgreementNames(agreement)),
      programmes: row.programmes.map(({ programme: { id, code, ...names } }) => ({
        ...{ id, code },
        ...toNames(names),
      })),
    };
  },
});

function toPolicy(row: PolicyDto) {
  const { kind, issuerZh, issuerEn, state: stands, inForce, version } = row;
  return {
    ...toAgreementNames(row),
    ...{ kind, issuerZh, issuerEn, state: stands, inForce, version },
    system: row.system && toAgreementNames(row.system),
    institute: row.institute && { id: row.institute.id, ...toNames(row.institute) },
  };
}
