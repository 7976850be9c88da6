import { z } from "zod";
import { type InstrumentDto, issuerOf } from "@/lib/domain/instruments/dto";
import { getInstrument, listInstruments } from "@/lib/domain/instruments/queries";
import { instrumentKinds, instrumentListSchema } from "@/lib/domain/instruments/schema";
import { totalCurrencies } from "@/lib/domain/rates/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { notFound } from "@/lib/platform/errors/app-error";
import { currencies } from "@/lib/platform/values/currencies";
import { getInstrumentTotals, withConverted } from "@/lib/reports/instruments/facts";
import { agreementShape, toAgreementNames } from "./programmes";
import {
  amountShape,
  asOfQuery,
  dateShape,
  dayOf,
  listShape,
  moneyTotalsShape,
  namesShape,
  toNames,
  uuidShape,
} from "./shapes";

const instrumentShape = z.object({
  id: uuidShape,
  code: z.string(),
  ...namesShape,
  kind: z.enum(instrumentKinds),
  issuer: z.object({ id: uuidShape.nullable(), ...namesShape }),
  amount: z.object({ amount: amountShape, currency: z.string() }),
  pricedOn: dateShape,
  rateUsed: z.string().nullable().describe("One rateBase is worth so many rateQuote"),
  rateBase: z.string().nullable(),
  rateQuote: z.string().nullable(),
  rateSource: z.string().nullable(),
  maturesOn: dateShape.nullable(),
  useZh: z.string().nullable(),
  useEn: z.string().nullable(),
  agreement: agreementShape.nullable(),
  converted: z
    .object({ USD: amountShape.nullable(), CNY: amountShape.nullable() })
    .describe("At its own rate; null where the rate of its day is missing"),
  version: z.int(),
});

export const instruments = defineRoute({
  id: "listInstruments",
  path: "/instruments",
  tag: "instruments",
  query: z.object({
    query: z.string().max(200).optional(),
    kind: z.enum(instrumentKinds).optional(),
    currency: z.enum(currencies).optional(),
    issuer: uuidShape.optional(),
    agreement: uuidShape.optional(),
    in: z.enum(totalCurrencies).optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(instrumentShape).extend({
    totals: moneyTotalsShape,
  }),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = instrumentListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const asOf = dayOf(query.asOf);
    const [{ rows, total }, totals] = await Promise.all([
      listInstruments(viewer, filters, asOf),
      getInstrumentTotals(viewer, filters, asOf),
    ]);
    return {
      items: await toInstruments(viewer, rows),
      totals,
      nextCursor: toNextCursor(place, total),
    };
  },
});

export const instrument = defineRoute({
  id: "getInstrument",
  path: "/instruments/{id}",
  tag: "instruments",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: instrumentShape,
  handle: async (viewer, { params }) => {
    const row = await getInstrument(viewer, params.id);
    const [found] = row ? await toInstruments(viewer, [row]) : [];
    if (!found) throw notFound();
    return found;
  },
});

async function toInstruments(viewer: Viewer, rows: InstrumentDto[]) {
  const [usd, cny] = await Promise.all([
    withConverted(viewer, rows, "USD"),
    withConverted(viewer, rows, "CNY"),
  ]);
  return rows.map((row, at) => {
    const { id, code, kind, amount, pricedOn, rateUsed, rateBase, rateQuote, rateSource } = row;
    const { maturesOn, useZh, useEn, agreement, version } = row;
    const issuer = issuerOf(row);
    return {
      ...{ id, code, ...toNames(row), kind, amount, pricedOn, rateUsed, rateBase, rateQuote, rateSource },
      ...{ maturesOn, useZh, useEn, version },
      issuer: { id: issuer.id, ...toNames(issuer) },
      agreement: agreement && toAgreementNames(agreement),
      converted: { USD: usd[at]?.converted.amount ?? null, CNY: cny[at]?.converted.amount ?? null },
    };
  });
}
