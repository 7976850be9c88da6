import "server-only";
import type { HeadcountDto } from "@/lib/domain/headcounts/dto";
import { listHeadcountIds, listHeadcountsByIds } from "@/lib/domain/headcounts/queries";
import { headcountListSchema } from "@/lib/domain/headcounts/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

const parts = ["own", "dispatched", "other", "local", "foreign", "rAndD", "degree"] as const;

/** Headcounts have no list of the whole zone on a screen: the file of them all says whose each is. */
export const headcountList: List<HeadcountDto> = {
  noun: "headcounts",
  title: "headcounts.title",
  href: (row) => (row.returnId ? `/returns/${row.returnId}` : `/headcounts/${row.id}/edit`),
  ids: ({ viewer, values, asOf }) => listHeadcountIds(viewer, parseList(headcountListSchema, values), asOf),
  rows: ({ viewer }, ids) => listHeadcountsByIds(viewer, ids),
  columns: () => [
    {
      key: "enterprise",
      header: "headcounts.enterprise",
      kind: "TEXT",
      value: (row, locale) => nameOf(locale, row.enterprise),
      wrap: true,
    },
    {
      key: "on",
      header: "headcounts.on",
      kind: "DATE",
      value: (row) => row.on,
      sort: "on",
    },
    {
      key: "park",
      header: "headcounts.park",
      kind: "TEXT",
      value: (row, locale) => nameOf(locale, row.park),
      wrap: true,
    },
    {
      key: "total",
      header: "headcounts.total",
      kind: "COUNT",
      value: (row) => row.total,
      sort: "total",
    },
    ...parts.map((part) => ({
      key: part,
      header: `headcounts.${part}`,
      kind: "COUNT" as const,
      value: (row: HeadcountDto) => row[part],
    })),
    {
      key: "source",
      header: "headcounts.source",
      kind: "LABEL",
      value: (row) => `headcounts.sources.${row.source}`,
    },
    ...(["fullTime", "partTime"] as const).map((part) => ({
      key: part,
      header: `headcounts.${part}`,
      kind: "COUNT" as const,
      hidden: true,
      value: (row: HeadcountDto) => row[part],
    })),
  ],
};
