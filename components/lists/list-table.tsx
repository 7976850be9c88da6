import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Formats } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";
import { headerOf, isFigure, type Say, toText } from "@/lib/reports/columns";
import { type List, type ListColumn, usualColumns } from "@/lib/reports/lists/list";

/** What every list's table is told by its page. */
export type ListTableProps<Row> = {
  viewer: Viewer;
  asOf: CivilDate;
  rows: Row[];
  sort: Sort;
  searchParams: SearchParams;
  pathname: string;
};

/** A page of a list, under the columns that its file has too. */
export async function ListTable<Row extends { id: string }>(
  props: ListTableProps<Row> & {
    list: List<Row>;
    empty: ReactNode;
    /** Columns that the page around the list has said already: a firm's own leases need not name it. */
    without?: string[];
    /** Whether the viewer may open a row; so it is unless told. */
    opens?: boolean;
    /** Rows may be chosen, to change them together; `total` of them match. */
    select?: { total: number };
  },
) {
  const { list, viewer, asOf, select } = props;
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const columns = await list.columns({ viewer, asOf, locale, say: t });
  const shown = usualColumns(columns.filter(({ key }) => !props.without?.includes(key)));
  const labelOf = (row: Row) => t("ui.select.row", { name: String(shown[0]?.value(row, locale) ?? "") });
  return (
    <DataTable
      label={t(list.title)}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={props.opens === false ? undefined : list.href}
      sort={props.sort}
      searchParams={props.searchParams}
      pathname={props.pathname}
      empty={props.empty}
      select={select && { ...select, labelOf }}
      columns={shown.map((column) => toTableColumn(column, locale, formats, t))}
    />
  );
}

/** Three names are read, thirty are counted: a cell of the screen has less room than one of a file. */
const MOST_LINKS = 3;

function toTableColumn<Row>(
  column: ListColumn<Row>,
  locale: Locale,
  formats: Formats,
  say: Say,
): Column<Row> {
  const { kind, value, links, badge, places } = column;
  const text = (row: Row) => {
    const found = value(row, locale);
    // No word is no word; a figure or a day that is missing is a dash.
    if ((found === null || found === "") && (kind === "TEXT" || kind === "LABEL")) return "";
    if (kind === "RATE") return formats.percent(found as number | null, places);
    if (kind === "NUMBER" && places !== undefined) return formats.number(found, places);
    return toText(kind, found, formats, say);
  };
  return {
    key: column.key,
    header: headerOf(column, say),
    align: isFigure(kind) ? "end" : undefined,
    sort: column.sort,
    wrap: column.wrap,
    tabular: column.tabular,
    mark: column.mark,
    cell: cellOf(),
    links: links && ((row) => few(links(row, locale))),
  };

  function cellOf(): Column<Row>["cell"] {
    if (badge) return (row) => <Badge tone={badge(row)}>{text(row)}</Badge>;
    if (links) return (row) => formats.count(links(row, locale).length);
    return text;
  }
}

function few<Link>(links: Link[]): Link[] | null {
  return links.length > MOST_LINKS ? null : links;
}
