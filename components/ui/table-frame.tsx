"use client";

import type { ReactNode } from "react";
import styles from "./data-table.module.css";
import type { PackedRows } from "./packed-rows";
import { PlainBody } from "./plain-body";
import { TableRegion } from "./table-region";

/** A heading: a column that the list can sort by leads to the list so sorted. */
export type HeadCell = {
  key: string;
  header: ReactNode;
  align?: "start" | "end";
  href?: string;
  sorted?: "ascending" | "descending";
  /** Under the column, at the foot. */
  total?: ReactNode;
};

export type TableFrameProps = {
  /** What the table holds; read out, and named on the scrolling region. */
  label: string;
  opens: boolean;
  wide: boolean;
  head: HeadCell[];
  /** The rows have boxes to tick them by, and the head perhaps one for all of them. */
  boxes?: "all" | "each";
  /** The foot's first cell; none, and there is no foot. */
  totalLabel?: ReactNode;
  words: Record<"ascending" | "descending" | "all", string>;
  /** The rows, where all their cells are words and figures. */
  packed?: PackedRows;
  /** The rows as elements, where they are not. */
  children?: ReactNode;
};

/** Everything of a table but its rows, told plain values as the frame is (components/layout/frame.tsx). */
export function TableFrame({
  label,
  opens,
  wide,
  head,
  boxes,
  totalLabel,
  words,
  packed,
  children,
}: TableFrameProps) {
  return (
    <TableRegion className={styles.region} label={label} opens={opens} wide={wide}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {boxes === "each" ? <td className={styles.head} data-box="true" /> : null}
            {boxes === "all" ? (
              <th scope="col" className={styles.head} data-box="true">
                <label>
                  <input type="checkbox" aria-label={words.all} autoComplete="off" />
                </label>
              </th>
            ) : null}
            {head.map(({ key, header, align, href, sorted }) => (
              <th key={key} scope="col" data-align={align} aria-sort={sorted} className={styles.head}>
                {href === undefined ? (
                  header
                ) : (
                  <a href={href} data-stays>
                    {header}
                    {sorted ? (
                      <span className={styles.arrow} role="img" aria-label={words[sorted]}>
                        {sorted === "ascending" ? "↑" : "↓"}
                      </span>
                    ) : null}
                  </a>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {packed ? <PlainBody packed={packed} /> : <tbody>{children}</tbody>}
        {totalLabel ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={boxes ? 2 : undefined}>
                {totalLabel}
              </th>
              {head.slice(1).map(({ key, align, total }) => (
                <td key={key} data-align={align}>
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </TableRegion>
  );
}
