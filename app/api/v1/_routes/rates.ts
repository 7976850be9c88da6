import { z } from "zod";
import type { RateDto } from "@/lib/domain/rates/dto";
import { getRate, listRates } from "@/lib/domain/rates/queries";
import { rateListSchema } from "@/lib/domain/rates/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { currencies } from "@/lib/platform/values/currencies";
import { dateShape, listShape, uuidShape } from "./shapes";

const rateShape = z.object({
  id: uuidShape,
  base: z.string(),
  quote: z.string(),
  on: dateShape,
  rate: z.string().describe("What one base is worth in quote"),
  source: z.string(),
  version: z.int(),
});

export const rates = defineRoute({
  id: "listRates",
  path: "/rates",
  tag: "rates",
  query: z.object({
    currency: z.enum(currencies).optional(),
    from: dateShape.optional(),
    to: dateShape.optional(),
    ...listQuery,
  }),
  answer: listShape(rateShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = rateListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { rows, total } = await listRates(viewer, filters);
    return { items: rows.map(toRate), nextCursor: toNextCursor(place, total) };
  },
});

export const rate = defineRoute({
  id: "getRate",
  path: "/rates/{id}",
  tag: "rates",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: rateShape,
  handle: async (viewer, { params }) => {
    const row = await getRate(viewer, params.id);
    if (!row) throw notFound();
    return toRate(row);
  },
});

function toRate({ id, base, quote, on, rate: value, source, version }: RateDto) {
  return { id, base, quote, on, rate: value, source, version };
}
