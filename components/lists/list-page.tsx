import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { toTable } from "@/components/ui/data-table";
import { type FilterBarProps, type FilterField, toFilterForm } from "@/components/ui/filter-bar";
import { toPagerNav } from "@/components/ui/pager";
import type { SelectWords } from "@/components/ui/select-rows";
import { toViewLinks } from "@/components/views/view-bar";
import { getListLook } from "@/lib/domain/views/queries";
import { toViewQuery } from "@/lib/domain/views/rules";
import { isViewList } from "@/lib/domain/views/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import { chooseColumns, readColumns, USUAL } from "@/lib/platform/paging/columns";
import { firstValues, type Page, type SearchParams, type Sort } from "@/lib/platform/paging/list-params";
import type { List } from "@/lib/reports/lists/list";
import { toColumnsSheet } from "./columns-menu";
import { ListSheet } from "./list-sheet";
import { toDataTable } from "./list-table";

/**
 * A list as people live in it: its kept views, its filters, the columns that its reader chose, its rows with what
 * their figures come to, its pages, and the file of exactly what is shown. All of it works by links and GET forms.
 */
export async function ListPage<Row extends { id: string }>(props: {
  list: List<Row>;
  viewer: Viewer;
  asOf: CivilDate;
  /** A page of the rows; how the list looks to its reader is asked beside it. */
  read: () => Promise<Page<Row>>;
  params: { page: number; pageSize: number; sort: Sort };
  searchParams: SearchParams;
  pathname: string;
  fields?: FilterField[];
  /** Filters that fold away behind a title of their own. */
  more?: FilterBarProps["more"];
  empty: ReactNode;
  /** Columns that the page around the list has said already. */
  without?: string[];
  /** Whether the viewer may open a row; so it is unless told. */
  opens?: boolean;
  /** Rows may be ticked, to change them together, or for what the words say. */
  select?: boolean | SelectWords;
  /** What the file's address is told beyond the list's own parameters; null takes one away. */
  exportWith?: Record<string, string | null>;
}) {
  const { list, viewer, asOf, pathname, params, without } = props;
  const [{ rows, total, totals }, look, t, locale] = await Promise.all([
    props.read(),
    getListLook(viewer, list.noun),
    getTranslations(),
    currentLocale(),
  ]);
  // A list on its own has views; one among the sides of a record does not.
  const own = pathname === `/${list.noun}` && isViewList(list.noun);
  const { opensWith } = look;
  if (own && opensWith && isBare(props.searchParams)) {
    redirect(carriedFrom(`${pathname}?${opensWith.query}&view=${opensWith.id}`, props.searchParams));
  }
  const all = (await list.columns({ viewer, asOf, locale, say: t })).filter(
    ({ key }) => !without?.includes(key),
  );
  const asked = readColumns(props.searchParams);
  const columns = chooseColumns(all, asked ?? readColumns({ columns: look.columns ?? "" }));
  const keys = columns.map(({ key }) => key).join(",");
  const searchParams: SearchParams = {
    ...props.searchParams,
    columns: asked ? (asked[0] === USUAL ? USUAL : keys) : undefined,
    move: undefined,
  };
  const open = Boolean(firstValues(props.searchParams).move);
  const place = { searchParams, pathname };
  const [sheet, views, filter, told, pager] = await Promise.all([
    toColumnsSheet({ list: list.noun, all, shown: columns, ...place, open }),
    own
      ? toViewLinks({
          viewer,
          list: list.noun,
          look,
          query: toViewQuery({ ...searchParams, columns: keys }),
          ...place,
        })
      : null,
    props.fields ? toFilterForm({ ...place, fields: props.fields, more: props.more }) : null,
    toDataTable({
      ...{ list, viewer, asOf, rows, columns, sort: params.sort, ...place },
      ...{ empty: props.empty, opens: props.opens, foot: { total, totals } },
      select: props.select ? { total, words: props.select === true ? undefined : props.select } : undefined,
    }).then(toTable),
    toPagerNav({
      ...{ page: params.page, pageSize: params.pageSize, total, ...place },
      exportAt: `/${list.noun}/export`,
      exportWith: { view: null, ...props.exportWith, columns: keys },
    }),
  ]);
  return (
    <ListSheet
      columns={sheet}
      views={views}
      filter={filter}
      table={told?.table}
      select={told?.select}
      empty={told ? null : props.empty}
      pager={pager}
    />
  );
}

/** Nothing but the day and the park is said: the list may open as its reader likes it. */
function isBare(searchParams: SearchParams): boolean {
  return Object.keys(firstValues(searchParams)).every((name) => name === "asOf" || name === "park");
}
