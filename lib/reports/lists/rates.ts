import "server-only";
import type { RateDto } from "@/lib/domain/rates/dto";
import { pairOf } from "@/lib/domain/rates/labels";
import { listRateIds, listRatesByIds } from "@/lib/domain/rates/queries";
import { rateListSchema } from "@/lib/domain/rates/schema";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const rateList: List<RateDto> = {
  noun: "rates",
  title: "rates.title",
  href: (rate) => `/rates/${rate.id}`,
  ids: ({ viewer, values }) => listRateIds(viewer, parseList(rateListSchema, values)),
  rows: ({ viewer }, ids) => listRatesByIds(viewer, ids),
  columns: () => [
    { key: "pair", header: "rates.pair", kind: "TEXT", value: pairOf, sort: "base" },
    { key: "on", header: "rates.on", kind: "DATE", value: ({ on }) => on, sort: "on" },
    {
      key: "rate",
      header: "rates.rate",
      kind: "NUMBER",
      value: ({ rate }) => rate,
      places: 8,
      sort: "rate",
    },
    { key: "source", header: "rates.source", kind: "TEXT", value: ({ source }) => source, wrap: true },
    { key: "base", header: "rates.base", kind: "TEXT", hidden: true, value: ({ base }) => base },
    { key: "quote", header: "rates.quote", kind: "TEXT", hidden: true, value: ({ quote }) => quote },
  ],
};
