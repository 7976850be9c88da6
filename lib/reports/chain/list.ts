import "server-only";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "@/lib/reports/lists/list";
import { chainColumns } from "./columns";
import { getChainReport, listChainRowsByIds } from "./facts";
import type { ChainRow } from "./facts-rows";
import { chainSchema } from "./filter";

/** The report's rows as a list: its table and its files are drawn from it. */
export const chainList: List<ChainRow> = {
  noun: "agreements",
  title: "reports.promises.table",
  href: (row) => `/agreements/${row.id}`,
  ids: async ({ viewer, values, asOf }) =>
    (await getChainReport(viewer, parseList(chainSchema, values), asOf)).ids,
  rows: ({ viewer, asOf }, ids) => listChainRowsByIds(viewer, ids, asOf),
  columns: () => chainColumns,
};
