import "server-only";
import { type InstrumentDto, issuerOf } from "@/lib/domain/instruments/dto";
import { instrumentKindLabel } from "@/lib/domain/instruments/labels";
import { listInstrumentIds, listInstrumentsByIds } from "@/lib/domain/instruments/queries";
import { instrumentListSchema } from "@/lib/domain/instruments/schema";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { type Converted, withConverted } from "@/lib/reports/instruments/facts";
import type { List } from "./list";

export type InstrumentRow = InstrumentDto & { converted: Converted };

export const instrumentList: List<InstrumentRow> = {
  noun: "instruments",
  title: "instruments.title",
  href: (instrument) => `/instruments/${instrument.id}`,
  ids: ({ viewer, values, asOf }) => listInstrumentIds(viewer, parseList(instrumentListSchema, values), asOf),
  rows: async ({ viewer, values }, ids) => {
    const to = parseList(instrumentListSchema, values).in ?? "USD";
    return withConverted(viewer, await listInstrumentsByIds(viewer, ids), to);
  },
  columns: () => [
    { key: "code", header: "instruments.code", kind: "TEXT", value: ({ code }) => code, sort: "code" },
    {
      key: "name",
      header: "instruments.name",
      kind: "TEXT",
      value: (instrument, locale) => nameOf(locale, instrument),
      sort: "name",
      wrap: true,
    },
    {
      key: "issuer",
      header: "instruments.issuer",
      kind: "TEXT",
      value: (instrument, locale) => nameOf(locale, issuerOf(instrument)),
      wrap: true,
    },
    {
      key: "kind",
      header: "instruments.kindLabel",
      kind: "LABEL",
      hidden: true,
      value: ({ kind }) => instrumentKindLabel(kind),
    },
    {
      key: "pricedOn",
      header: "instruments.pricedOn",
      kind: "DATE",
      value: ({ pricedOn }) => pricedOn,
      sort: "pricedOn",
    },
    {
      key: "amount",
      header: "instruments.amount",
      kind: "NUMBER",
      value: ({ amount }) => amount.amount,
      sort: "amount",
    },
    {
      key: "currency",
      header: "instruments.currency",
      kind: "TEXT",
      value: ({ amount }) => amount.currency,
      sort: "currency",
    },
    {
      key: "converted",
      header: "instruments.converted",
      kind: "NUMBER",
      value: ({ converted }) => converted.amount,
    },
    {
      key: "to",
      header: "instruments.convertedInto",
      kind: "TEXT",
      value: ({ converted }) => converted.to,
    },
    {
      key: "rate",
      header: "instruments.rateUsed",
      kind: "NUMBER",
      hidden: true,
      value: ({ rateUsed }) => rateUsed,
      places: 8,
    },
    {
      key: "maturesOn",
      header: "instruments.maturesOn",
      kind: "DATE",
      hidden: true,
      value: ({ maturesOn }) => maturesOn,
    },
    {
      key: "use",
      header: "instruments.use",
      kind: "TEXT",
      hidden: true,
      value: ({ useZh, useEn }, locale) => nameOf(locale, { nameZh: useZh, nameEn: useEn }),
      wrap: true,
    },
    {
      key: "agreement",
      header: "instruments.agreement",
      kind: "TEXT",
      hidden: true,
      value: ({ agreement }, locale) => (agreement ? titleOf(locale, agreement) : null),
      wrap: true,
    },
  ],
};
