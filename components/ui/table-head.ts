import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";
import type { HeadCell, TableFrameProps } from "./table-frame";

type HeadColumn = Pick<HeadCell, "key" | "header" | "align" | "total"> & { sort?: string };

/** The headings of a list's table: a column that it can sort by leads to it so sorted, or turned round. */
export function toHead(
  columns: readonly HeadColumn[],
  on: { sort?: Sort; searchParams?: SearchParams; pathname?: string },
): HeadCell[] {
  return columns.map(({ key, header, align, total, sort: field }) => {
    // Only what is set: a heading is sent with every page.
    const cell = { key, header, ...(align && { align }), ...(total !== undefined && { total }) };
    if (!field) return cell;
    const sorted = stateOf(field, on.sort);
    const next = sorted === "ascending" ? `-${field}` : field;
    const href = hrefWith(on.searchParams ?? {}, { sort: next }, on.pathname);
    return { ...cell, href, ...(sorted && { sorted }) };
  });
}

function stateOf(field: string, sort?: Sort): "ascending" | "descending" | undefined {
  if (!sort || field !== sort.field) return undefined;
  return sort.descending ? "descending" : "ascending";
}

/** What a table's head says beside its headings. */
export async function headWords(): Promise<TableFrameProps["words"]> {
  const t = await getTranslations("ui");
  return { ascending: t("sortedUp"), descending: t("sortedDown"), all: t("select.page") };
}
