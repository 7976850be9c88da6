import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams, Sort } from "@/lib/platform/paging/list-params";
import styles from "./data-table.module.css";

type HeadColumn = { key: string; header: ReactNode; align?: "start" | "end"; sort?: string };

/** The header row: a column that the list can sort by is a link that does so, or turns the order round. */
export async function TableHead(props: {
  columns: HeadColumn[];
  sort?: Sort;
  searchParams?: SearchParams;
  pathname?: string;
  /** The rows have boxes to tick them by, and the head perhaps one for all of them. */
  boxes?: "all" | "each";
}) {
  const t = await getTranslations("ui");
  return (
    <thead>
      <tr>
        {props.boxes === "each" ? <td className={styles.head} data-box="true" /> : null}
        {props.boxes === "all" ? (
          <th scope="col" className={styles.head} data-box="true">
            <label>
              <input type="checkbox" aria-label={t("select.page")} autoComplete="off" />
            </label>
          </th>
        ) : null}
        {props.columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            data-align={column.align}
            aria-sort={sortOf(column, props.sort)}
            className={styles.head}
          >
            {column.sort ? sortLink(column, column.sort) : column.header}
          </th>
        ))}
      </tr>
    </thead>
  );

  function sortLink(column: HeadColumn, field: string) {
    const state = sortOf(column, props.sort);
    const next = state === "ascending" ? `-${field}` : field;
    return (
      <a href={hrefWith(props.searchParams ?? {}, { sort: next }, props.pathname)} data-stays>
        {column.header}
        {state ? (
          <span
            className={styles.arrow}
            role="img"
            aria-label={state === "ascending" ? t("sortedUp") : t("sortedDown")}
          >
            {state === "ascending" ? "↑" : "↓"}
          </span>
        ) : null}
      </a>
    );
  }
}

function sortOf(column: HeadColumn, sort?: Sort): "ascending" | "descending" | undefined {
  if (!sort || column.sort !== sort.field) return undefined;
  return sort.descending ? "descending" : "ascending";
}
