import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { carriedFrom } from "@/lib/platform/paging/carry";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";
import { AppLink } from "./app-link";
import styles from "./data-table.module.css";
import { TableRegion } from "./table-region";

export type Column<Row> = {
  key: string;
  /** With its unit: `Area, m²`. */
  header: ReactNode;
  align?: "start" | "end";
  /** The name the list sorts by; without one the header is plain. */
  sort?: string;
  cell: (row: Row) => ReactNode;
  /** At the foot, under the column. */
  total?: ReactNode;
  /** Long words may break anywhere, short ones never: codes, dates and figures stay on one line. */
  wrap?: boolean;
};

export type DataTableProps<Row> = {
  /** What the table holds; read out, and named on the scrolling region. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads: the first column links there, and a click anywhere in the row follows it. */
  rowHref?: (row: Row) => string;
  sort?: Sort;
  searchParams?: SearchParams;
  pathname?: string;
  /** The foot's first cell, such as "Total of 412 leases". */
  totalLabel?: ReactNode;
  /** What to say, and do first, when there are no rows; see `EmptyState`. */
  empty?: ReactNode;
};

/** A list as a table: drawn on the server, sorted by links, scrolling inside itself on a phone. */
export async function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return props.empty;
  const t = await getTranslations("ui");
  const { columns, sort } = props;
  const words = { up: t("sortedUp"), down: t("sortedDown") };
  const [first, ...others] = columns;
  const looks = new Map(columns.map((column) => [column, lookOf(column)]));
  return (
    <TableRegion className={styles.region} label={props.label} opens={Boolean(props.rowHref)}>
      <table className={styles.table}>
        <caption className="visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-align={column.align}
                aria-sort={sortOf(column, sort)}
                className={styles.head}
              >
                {column.sort ? sortLink(column, column.sort) : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {first ? (
                <th scope="row" {...looks.get(first)}>
                  {props.rowHref ? rowLink(props.rowHref(row), first.cell(row)) : first.cell(row)}
                </th>
              ) : null}
              {others.map((column) => (
                <td key={column.key} {...looks.get(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {props.totalLabel ? (
          <tfoot>
            <tr>
              <th scope="row">{props.totalLabel}</th>
              {others.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </TableRegion>
  );

  /** With the address at hand the link is a plain one; without it the browser has to carry the day along. */
  function rowLink(href: string, words: ReactNode) {
    if (!props.searchParams) return <AppLink href={href}>{words}</AppLink>;
    return <a href={carriedFrom(href, props.searchParams)}>{words}</a>;
  }

  function sortLink(column: Column<Row>, field: string) {
    const state = sortOf(column, sort);
    const next = state === "ascending" ? `-${field}` : field;
    return (
      <a href={hrefWith(props.searchParams ?? {}, { sort: next }, props.pathname)} data-stays>
        {column.header}
        {state ? (
          <span
            className={styles.arrow}
            role="img"
            aria-label={state === "ascending" ? words.up : words.down}
          >
            {state === "ascending" ? "↑" : "↓"}
          </span>
        ) : null}
      </a>
    );
  }
}

function sortOf<Row>(column: Column<Row>, sort?: Sort): "ascending" | "descending" | undefined {
  if (!sort || column.sort !== sort.field) return undefined;
  return sort.descending ? "descending" : "ascending";
}

/** Only what is set: a row is drawn and sent often enough for an undefined attribute to count. */
function lookOf<Row>(column: Column<Row>): Record<string, string> {
  return {
    ...(column.align === "end" ? { "data-align": "end" } : {}),
    ...(column.wrap ? { "data-wrap": "true" } : {}),
  };
}
