import { z } from "zod";
import { toCustomByKey, toCustomEntries } from "@/lib/domain/custom-fields/dto";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { clusters, enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { askCustomLate } from "./custom-ask";
import {
  areaShape,
  asOfQuery,
  customShape,
  dateShape,
  dayOf,
  firmShape,
  listShape,
  namesShape,
  placeShape,
  toNames,
  toPlaceNames,
  uuidShape,
} from "./shapes";

const firm = {
  id: uuidShape,
  ...namesShape,
  cluster: z.string(),
  country: z.string().nullable(),
  stage: z.string(),
};

export const enterprises = defineRoute({
  id: "listEnterprises",
  path: "/enterprises",
  tag: "enterprises",
  query: z.looseObject({
    query: z.string().max(200).optional(),
    park: z.string().max(100).optional(),
    cluster: z.enum(clusters).optional(),
    tag: z.string().max(40).optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(
    z.object({
      ...firm,
      identifier: z.object({ type: z.string(), value: z.string() }).nullable(),
      area: areaShape,
      headcount: z.int().nullable(),
      parks: z.array(z.string()),
      tags: z.array(z.string()),
      custom: customShape,
    }),
  ),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = enterpriseListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const ask = await askCustomLate(viewer, "ENTERPRISE", query);
    const { rows, total } = await listEnterprises(viewer, filters, dayOf(query.asOf), ask);
    const fields = await ask.fields;
    return {
      items: rows.map(
        ({ id, cluster, country, stage, identifier, area, people, parks, tags, custom, ...names }) => ({
          ...{ id, ...toNames(names), cluster, country, stage },
          identifier: identifier && { type: identifier.type, value: identifier.value },
          ...{ area, headcount: people, parks, tags },
          custom: toCustomByKey(toCustomEntries(fields, custom)),
        }),
      ),
      nextCursor: toNextCursor(place, total),
    };
  },
});

/** Without contacts: named people are not what a script or a BI tool is for. */
export const enterprise = defineRoute({
  id: "getEnterprise",
  path: "/enterprises/{id}",
  tag: "enterprises",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: z.object({
    ...firm,
    shortName: z.string().nullable(),
    formerNames: z.array(z.string()),
    tags: z.array(z.string()),
    sectorCode: z.string().nullable(),
    ultimateParent: z.string().nullable(),
    foreignShare: z.string().nullable(),
    headquarters: z.boolean(),
    publicBody: z.boolean(),
    website: z.string().nullable(),
    description: z.string().nullable(),
    endedOn: dateShape.nullable(),
    version: z.int(),
    custom: customShape,
    branchOf: firmShape.nullable(),
    /** Entered twice: the firm that it is now, which has all that this one had. */
    mergedInto: firmShape.nullable(),
    identifiers: z.array(
      z.object({ type: z.string(), value: z.string(), country: z.string(), former: z.boolean() }),
    ),
    qualifications: z.array(
      z.object({
        id: uuidShape,
        title: z.string(),
        number: z.string().nullable(),
        issuer: z.string().nullable(),
        validFrom: dateShape.nullable(),
        validTo: dateShape.nullable(),
        attachmentId: uuidShape.nullable(),
      }),
    ),
    presences: z.array(
      z.object({ park: placeShape, kind: z.string(), from: dateShape, to: dateShape.nullable() }),
    ),
  }),
  handle: async (viewer, { params }) => {
    const row = await getEnterprise(viewer, params.id);
    if (!row) throw notFound();
    const { id, cluster, country, stage, shortName, formerNames, tags, sectorCode, ultimateParent } = row;
    const { foreignShare, headquarters, publicBody, website, description, endedOn } = row;
    const { branchOf, mergedInto, version } = row;
    return {
      ...{ id, ...toNames(row), cluster, country, stage, shortName, formerNames, tags },
      ...{
        sectorCode,
        ultimateParent,
        foreignShare,
        headquarters,
        publicBody,
        website,
        description,
        endedOn,
        version,
      },
      custom: toCustomByKey(row.customFields),
      branchOf: branchOf && { id: branchOf.id, ...toNames(branchOf) },
      mergedInto: mergedInto && { id: mergedInto.id, ...toNames(mergedInto) },
      identifiers: row.identifiers,
      qualifications: row.qualifications,
      presences: row.presences.map(({ park, kind, fromOn, toOn }) => ({
        ...{ park: toPlaceNames(park), kind, from: fromOn, to: toOn },
      })),
    };
  },
});
