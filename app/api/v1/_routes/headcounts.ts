import { z } from "zod";
import type { HeadcountDto } from "@/lib/domain/headcounts/dto";
import { getHeadcount, listHeadcounts } from "@/lib/domain/headcounts/queries";
import { headcountListSchema } from "@/lib/domain/headcounts/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import {
  asOfQuery,
  dateShape,
  dayOf,
  firmShape,
  listShape,
  placeShape,
  toNames,
  toPlaceNames,
  uuidShape,
} from "./shapes";

const people = z.int().nullable();
const headcountShape = z.object({
  id: uuidShape,
  enterprise: firmShape,
  park: placeShape,
  on: dateShape,
  total: z.int(),
  ...{ own: people, dispatched: people, other: people, local: people, foreign: people },
  ...{ fullTime: people, partTime: people, rAndD: people, degree: people },
  version: z.int(),
});

export const headcounts = defineRoute({
  id: "listHeadcounts",
  path: "/headcounts",
  tag: "headcounts",
  query: z.object({
    query: z.string().max(200).optional(),
    park: z.string().max(100).optional(),
    enterprise: uuidShape.optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(headcountShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = headcountListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { rows, total } = await listHeadcounts(viewer, filters, dayOf(query.asOf));
    return { items: rows.map(toHeadcount), nextCursor: toNextCursor(place, total) };
  },
});

export const headcountRecord = defineRoute({
  id: "getHeadcountRecord",
  path: "/headcounts/{id}",
  tag: "headcounts",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: headcountShape,
  handle: async (viewer, { params }) => {
    const row = await getHeadcount(viewer, params.id);
    if (!row) throw notFound();
    return toHeadcount(row);
  },
});

function toHeadcount(row: HeadcountDto) {
  const { id, on, total, own, dispatched, other, local, foreign } = row;
  const { fullTime, partTime, rAndD, degree, version } = row;
  return {
    ...{ id, on, total, own, dispatched, other, local, foreign, fullTime, partTime, rAndD, degree, version },
    enterprise: { id: row.enterprise.id, ...toNames(row.enterprise) },
    park: toPlaceNames(row.park),
  };
}
