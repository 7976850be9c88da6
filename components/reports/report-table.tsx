import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import { isFigure, type ReportColumn, toText } from "@/lib/reports/columns";
import styles from "./reports.module.css";

/** A report's rows under the columns that its files have too. `cells` draws some of them with more than text. */
export async function ReportTable<Row>(props: {
  label: string;
  columns: ReportColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  /** Columns that only the files have: the page says the same in another way. */
  without?: string[];
  cells?: Partial<Record<string, (row: Row) => ReactNode>>;
  /** The shape before a column's word, for a status: cheaper than to draw its cell. */
  marks?: Partial<Record<string, (row: Row) => StatusKind>>;
  links?: Partial<Record<string, (row: Row) => { text: string; href: string }[]>>;
  /** A box before each row, for a form around the table. */
  boxOf?: (row: Row) => string;
  searchParams?: SearchParams;
  empty?: ReactNode;
}) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const shown = props.columns.filter(({ key }) => !props.without?.includes(key));
  return (
    <div className={styles.table}>
      <DataTable
        label={props.label}
        rows={props.rows}
        rowKey={props.rowKey}
        rowHref={props.rowHref}
        searchParams={props.searchParams}
        empty={props.empty}
        select={props.boxOf && { total: props.rows.length, labelOf: props.boxOf }}
        columns={shown.map(({ key, header, kind, short, value }) => ({
          key,
          header: t(header),
          align: isFigure(kind) ? ("end" as const) : undefined,
          wrap: kind === "TEXT" && !short,
          tabular: kind === "DATE",
          links: props.links?.[key],
          mark: props.marks?.[key],
          cell: props.cells?.[key] ?? ((row: Row) => toText(kind, value(row, locale), formats, t)),
        }))}
      />
    </div>
  );
}
