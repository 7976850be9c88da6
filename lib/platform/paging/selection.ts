import { firstValues, type SearchParams } from "./list-params";

/** What a list sends along when many of its rows are meant: those ticked, or `all` with the list's own filters. */
export function selectionFrom(params: SearchParams): {
  ids: string[];
  filters: Record<string, string> | null;
} {
  const { all, page: _, pageSize: __, sort: ___, ...values } = firstValues(params);
  if (all) {
    const { id: ____, ...filters } = values;
    return { ids: [], filters };
  }
  const ids = params.id === undefined ? [] : [params.id].flat();
  return { ids: [...new Set(ids.filter(Boolean))], filters: null };
}
