"use client";

import type { ReactNode } from "react";
import { FilterForm, type FilterFormProps } from "@/components/ui/filter-form";
import { PagerNav, type PagerNavProps } from "@/components/ui/pager-nav";
import { SelectForm, type SelectFormProps } from "@/components/ui/select-form";
import { TableFrame, type TableFrameProps } from "@/components/ui/table-frame";
import { ViewLinks, type ViewLinksProps } from "@/components/views/view-links";
import { ColumnsSheet, type ColumnsSheetProps } from "./columns-sheet";
import styles from "./list-page.module.css";

export type ListSheetProps = {
  columns: ColumnsSheetProps;
  /** None for a list among the sides of a record. */
  views: ViewLinksProps | null;
  filter: FilterFormProps | null;
  table?: TableFrameProps;
  /** The form around the table, where its rows can be ticked. */
  select?: SelectFormProps | null;
  /** What stands where there is no table. */
  empty: ReactNode;
  pager: PagerNavProps | null;
};

/**
 * A list page told plain values, all of it at once as the frame is (components/layout/frame.tsx): told part by part,
 * each part is a row of its own in what the server streams, and is taken up on its own, on the server and in the browser.
 */
export function ListSheet({ columns, views, filter, table, select, empty, pager }: ListSheetProps) {
  const menu = <ColumnsSheet {...columns} />;
  const rows = table ? <TableFrame {...table} /> : empty;
  return (
    <>
      {views ? <ViewLinks {...views}>{menu}</ViewLinks> : <div className={styles.tools}>{menu}</div>}
      {filter ? <FilterForm {...filter} /> : null}
      {select ? <SelectForm {...select}>{rows}</SelectForm> : rows}
      {pager ? <PagerNav {...pager} /> : null}
    </>
  );
}
