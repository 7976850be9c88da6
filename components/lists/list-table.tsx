import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable, type DataTableProps } from "@/components/ui/data-table";
import type { SelectWords } from "@/components/ui/select-rows";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Formats } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { fillIn } from "@/lib/platform/i18n/translate-message";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { chooseColumns } from "@/lib/platform/paging/columns";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams, Sort, Totals } from "@/lib/platform/paging/list-params";
import { headerOf, isFigure, type Say, sayingOnce, toText } from "@/lib/reports/columns";
import type { List, ListColumn } from "@/lib/reports/lists/list";

/** What every list's table is told by its page. */
export type ListTableProps<Row> = {
  viewer: Viewer;
  asOf: CivilDate;
  rows: Row[];
  sort: Sort;
  searchParams: SearchParams;
  pathname: string;
};

type ListTableAll<Row> = ListTableProps<Row> & {
  list: List<Row>;
  empty: ReactNode;
  /** Those chosen; the list's usual ones unless told. */
  columns?: ListColumn<Row>[];
  /** Whether the viewer may open a row; so it is unless told. */
  opens?: boolean;
  /** How many rows match on all pages, and what their figures come to. */
  foot?: { total: number; totals?: Totals | null };
  /** Rows may be ticked, to change them together. */
  select?: { total: number; words?: SelectWords };
};

/** A page of a list, under the columns that its file has too. */
export async function ListTable<Row extends { id: string }>(props: ListTableAll<Row>) {
  return <DataTable {...(await toDataTable(props))} />;
}

/** What that table is told. */
export async function toDataTable<Row extends { id: string }>(
  props: ListTableAll<Row>,
): Promise<DataTableProps<Row>> {
  const { list, viewer, asOf, select, foot } = props;
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const say = sayingOnce(t);
  const shown = props.columns ?? chooseColumns(await list.columns({ viewer, asOf, locale, say }), null);
  // Fifty rows, fifty labels: the words are looked up once.
  const label = t("ui.select.row", { name: "{name}" });
  const labelOf = (row: Row) => fillIn(label, { name: String(shown[0]?.value(row, locale) ?? "") });
  const { rows, sort, searchParams, pathname, empty } = props;
  return {
    ...{ label: t(list.title), rows, sort, searchParams, pathname, empty },
    rowKey: (row) => row.id,
    rowHref: props.opens === false ? undefined : list.href,
    select: select && { ...select, labelOf },
    columns: shown.map((column) => toTableColumn(column, { locale, formats, say, totals: foot?.totals })),
    totalLabel: foot && totalLabel(t("ui.total", { total: formats.count(foot.total) })),
  };

  /** Where the sums were left out, they are a link away. */
  function totalLabel(inAll: string) {
    if (foot?.totals !== null) return inAll;
    const href = hrefWith(
      props.searchParams,
      { sums: "all", page: props.searchParams.page as string },
      props.pathname,
    );
    return (
      <>
        {inAll} ·{" "}
        <a href={href} data-stays>
          {t("ui.sumUp")}
        </a>
      </>
    );
  }
}

/** Three names are read, thirty are counted: a cell of the screen has less room than one of a file. */
const MOST_LINKS = 3;

function toTableColumn<Row>(
  column: ListColumn<Row>,
  on: { locale: Locale; formats: Formats; say: Say; totals?: Totals | null },
): Column<Row> {
  const { kind, value, links, badge, places, words } = column;
  const { locale, formats, say, totals } = on;
  const text = (row: Row) => {
    if (words) return words(row, locale);
    const found = value(row, locale);
    // No word is no word; a figure or a day that is missing is a dash.
    if ((found === null || found === "") && (kind === "TEXT" || kind === "LABEL")) return "";
    if (kind === "RATE") return formats.percent(found as number | null, places);
    if (kind === "NUMBER" && places !== undefined) return formats.number(found, places);
    return toText(kind, found, formats, say);
  };
  const total = totals?.[column.key];
  return {
    key: column.key,
    header: headerOf(column, say),
    align: isFigure(kind) && !words ? "end" : undefined,
    sort: column.sort,
    wrap: column.wrap,
    tabular: column.tabular || kind === "DATE",
    mark: column.mark,
    total: total === undefined ? undefined : toText(kind, total, formats, say),
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
