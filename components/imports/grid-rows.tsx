"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import type { Outcome } from "@/lib/imports/types";
import styles from "./grid.module.css";
import type { GridColumn } from "./grid-block";
import { OutcomeBadge } from "./outcome-badge";
import { FIRST_ROW, type GridRow } from "./use-grid";

/** Names are read, codes and days are recognised. */
const wide = /^(name|project|milestone|lead)(_zh|_en)?$/;

type Props = {
  at: number;
  row: GridRow;
  /** What a new row begins with. */
  start: string[];
  columns: GridColumn[];
  outcome: Outcome | undefined;
  /** By column; null is the row as a whole. */
  wrong: Map<number | null, string> | undefined;
  onType: (at: number, column: number, text: string) => void;
  onRemove: (at: number) => void;
};

/** One row of cells; drawn again only when it changed, since thousands may stand around it. */
export const GridLine = memo(function GridLine(props: Props) {
  const { at, row, start, columns, outcome, wrong } = props;
  const t = useTranslations("imports");
  const n = at + FIRST_ROW;
  const whole = wrong?.get(null);
  const typed = row.cells.some((cell, i) => cell !== start[i]);
  return (
    <tr className={styles.line} aria-rowindex={n}>
      <th scope="row">
        {n}
        {row.was === null && typed ? (
          <button
            type="button"
            className={styles.remove}
            aria-label={t("grid.remove", { row: n })}
            title={t("grid.remove", { row: n })}
            onClick={() => props.onRemove(at)}
          >
            ×
          </button>
        ) : null}
      </th>
      <td className={styles.outcome} title={whole}>
        {outcome ? <OutcomeBadge outcome={outcome} label={t(`outcome.${outcome}`)} /> : null}
      </td>
      {columns.map(({ field, label, hidden }, column) => {
        if (hidden) return null;
        const problem = wrong?.get(column);
        const edited = row.was !== null && row.cells[column] !== row.was[column];
        return (
          <td
            key={field}
            data-wide={wide.test(field) || undefined}
            data-wrong={problem ? true : undefined}
            data-edited={edited || undefined}
          >
            <input
              aria-label={t("grid.cell", { column: label, row: n })}
              aria-invalid={problem ? true : undefined}
              title={problem}
              data-at={`${at}:${column}`}
              autoComplete="off"
              spellCheck={false}
              value={row.cells[column] ?? ""}
              onChange={(event) => props.onType(at, column, event.target.value)}
            />
          </td>
        );
      })}
    </tr>
  );
});
