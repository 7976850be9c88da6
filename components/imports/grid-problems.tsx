"use client";

import { useTranslations } from "next-intl";
import styles from "./grid.module.css";
import type { GridColumn } from "./grid-block";
import type { GridProblem } from "./use-grid";

const SHOWN = 50;

/** What is to be mended, each with a way to its cell. */
export function GridProblems(props: {
  problems: GridProblem[];
  columns: GridColumn[];
  onGo: (problem: GridProblem) => void;
}) {
  const { problems, columns } = props;
  const t = useTranslations("imports");
  if (problems.length === 0) return null;
  return (
    <section aria-label={t("grid.problems", { count: problems.length })}>
      <h2>{t("grid.problems", { count: problems.length })}</h2>
      <ul className={styles.problems}>
        {problems.slice(0, SHOWN).map((problem) => {
          const { row, column, message } = problem;
          const place = column === null ? null : columns[column]?.label;
          const name = place ? t("grid.cell", { column: place, row }) : t("grid.row", { row });
          return (
            <li key={`${row} ${column} ${message}`}>
              <button type="button" className={styles.go} onClick={() => props.onGo(problem)}>
                {name}
              </button>{" "}
              {message}
            </li>
          );
        })}
      </ul>
      {problems.length > SHOWN ? <p>{t("grid.moreProblems", { count: problems.length - SHOWN })}</p> : null}
    </section>
  );
}
