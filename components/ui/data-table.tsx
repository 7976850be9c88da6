import type { ReactNode } from "react";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import { AppLink } from "./app-link";
import { packRows } from "./packed-rows";
import type { PlainRow } from "./plain-rows";
import { SelectForm, type SelectFormProps } from "./select-form";
import { type SelectWords, toSelectForm } from "./select-rows";
import { markStyle, StatusMark } from "./status-mark";
import { TableFrame, type TableFrameProps } from "./table-frame";
import { headWords, toHead } from "./table-head";
import { isWide } from "./table-width";

export type Column<Row> = {
  key: string;
  /** With its unit: `Area, m²`. */
  header: ReactNode;
  align?: "start" | "end";
  /** The name the list sorts by; without one the header is plain. */
  sort?: string;
  cell: (row: Row) => ReactNode;
  /** The cell as links in a row; null where `cell` says it better. */
  links?: (row: Row) => { text: string; href: string }[] | null;
  /** The shape and colour of a derived status, before the cell's word. */
  mark?: (row: Row) => StatusKind;
  /** At the foot, under the column. */
  total?: ReactNode;
  /** Long words may break anywhere, short ones never: codes, dates and figures stay on one line. */
  wrap?: boolean;
  /** Figures of one width, for codes that stand under each other. */
  tabular?: boolean;
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
  /**
   * A box before each row, to change some of them together, or all that match; see `toSelectForm`. Without a pathname the
   * boxes are the fields of a form around the table.
   */
  select?: { total: number; words?: SelectWords; labelOf: (row: Row) => string };
};

/** A list as a table: drawn on the server, sorted by links, scrolling inside itself on a phone. */
export async function DataTable<Row>(props: DataTableProps<Row>) {
  const told = await toTable(props);
  if (!told) return props.empty;
  const table = <TableFrame {...told.table} />;
  return told.select ? <SelectForm {...told.select}>{table}</SelectForm> : table;
}

/** What that table is told, and the form around it where its rows can be ticked; null where `empty` stands instead. */
export async function toTable<Row>(
  props: DataTableProps<Row>,
): Promise<{ table: TableFrameProps; select: SelectFormProps | null } | null> {
  if (props.rows.length === 0 && props.empty) return null;
  const { columns, select } = props;
  const looks = columns.map(lookOf);
  const links = props.rows.map((row) => columns.map((column) => linksOf(column, row)));
  const cells = props.rows.map((row, at) =>
    columns.map((column, i) => (links[at]?.[i] ? "" : column.cell(row))),
  );
  const plain = toPlainRows();
  const wide = isWide(
    columns.map((column, i) => ({
      header: textOf(column.header),
      wrap: column.wrap,
      cells: cells.map((row) => textOf(row[i])),
    })),
  );
  const boxes = select && (props.pathname ? "all" : "each");
  const { label, rowHref, totalLabel, pathname, searchParams = {} } = props;
  return {
    table: {
      ...{ label, opens: Boolean(rowHref), wide, boxes, totalLabel },
      head: toHead(columns, props),
      words: await headWords(),
      ...(plain ? { packed: packRows(plain) } : { children: props.rows.map(drawRow) }),
    },
    select: select && pathname ? await toSelectForm({ pathname, searchParams, ...select }) : null,
  };

  function drawRow(row: Row, at: number) {
    const key = props.rowKey(row);
    return (
      <tr key={key}>
        {select ? (
          <td data-box="true">
            <label>
              <input type="checkbox" name="id" value={key} aria-label={select.labelOf(row)} />
            </label>
          </td>
        ) : null}
        {columns.map((column, i) => {
          const kind = column.mark?.(row);
          const words = wordsAt(at, i);
          const cell = kind ? <StatusMark kind={kind} label={words} /> : words;
          if (i > 0) {
            return (
              <td key={column.key} {...looks[i]}>
                {cell}
              </td>
            );
          }
          return (
            <th key={column.key} scope="row" {...looks[i]}>
              {props.rowHref ? rowLink(props.rowHref(row), cell) : cell}
            </th>
          );
        })}
      </tr>
    );
  }

  /** The rows as text, where every cell is text and every link's address is known; null where one is not. */
  function toPlainRows(): PlainRow[] | null {
    const { rowHref, searchParams } = props;
    if (rowHref && !searchParams) return null;
    if (!cells.every((row) => row.every(isText))) return null;
    return props.rows.map((row, at) => ({
      href: rowHref && searchParams ? carriedFrom(rowHref(row), searchParams) : undefined,
      box: select && { id: props.rowKey(row), label: select.labelOf(row) },
      cells: columns.map(({ mark }, i) => ({
        text: String(cells[at]?.[i] ?? ""),
        look: looks[i] ?? {},
        mark: mark && { kind: mark(row), style: markStyle },
        links: links[at]?.[i] ?? undefined,
      })),
    }));
  }

  function linksOf(column: Column<Row>, row: Row) {
    const found = column.links?.(row) ?? null;
    return found?.map(({ text, href }) => ({ text, href: carriedFrom(href, props.searchParams ?? {}) }));
  }

  function wordsAt(at: number, i: number): ReactNode {
    const found = links[at]?.[i];
    if (!found) return cells[at]?.[i];
    return found.map(({ text, href }, n) => (
      <span key={href}>
        {n > 0 ? " · " : ""}
        <a href={href}>{text}</a>
      </span>
    ));
  }

  /** With the address at hand the link is a plain one; without it the browser has to carry the day along. */
  function rowLink(href: string, words: ReactNode) {
    if (!props.searchParams) return <AppLink href={href}>{words}</AppLink>;
    return <a href={carriedFrom(href, props.searchParams)}>{words}</a>;
  }
}

function isText(cell: ReactNode): boolean {
  return cell === null || cell === undefined || typeof cell === "string" || typeof cell === "number";
}

/** Only what is set: a row is drawn and sent often enough for an undefined attribute to count. */
function lookOf<Row>(column: Column<Row>): Record<string, string> {
  return {
    ...(column.align === "end" ? { "data-align": "end" } : {}),
    ...(column.wrap ? { "data-wrap": "true" } : {}),
    ...(column.tabular ? { "data-tabular": "true" } : {}),
  };
}

/** What is drawn otherwise than as words is small: a mark, a badge, a box. */
function textOf(node: ReactNode): string {
  return typeof node === "string" || typeof node === "number" ? String(node) : "";
}
