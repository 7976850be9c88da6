import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import styles from "./key-figures.module.css";

export type KeyFigure = {
  label: string;
  value: ReactNode;
  unit?: string;
  /** The change since then, written out: `+1.20 points since 1 Aug`. */
  change?: ReactNode;
  tone?: "good" | "bad";
  /** Numerator over denominator, or what the figure rests on. */
  basis?: ReactNode;
  /** A 24-month line or another small picture. */
  picture?: ReactNode;
  href?: string;
};

/** The figures of a home or a report: large, apart, each with its basis. */
export function KeyFigures(props: { figures: KeyFigure[]; label?: string }) {
  return (
    <dl className={styles.figures} aria-label={props.label}>
      {props.figures.map((figure) => (
        <div key={figure.label} className={styles.figure}>
          <dt>{figure.href ? <AppLink href={figure.href}>{figure.label}</AppLink> : figure.label}</dt>
          <dd className={styles.value}>
            {figure.value}
            {figure.unit ? <span className={styles.unit}>{figure.unit}</span> : null}
          </dd>
          {figure.basis ? <dd className={styles.basis}>{figure.basis}</dd> : null}
          {figure.change ? (
            <dd className={styles.change} data-tone={figure.tone}>
              {figure.change}
            </dd>
          ) : null}
          {figure.picture ? <dd className={styles.picture}>{figure.picture}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** One quiet line under a page's title. */
export function FigureLine(props: { figures: { label: string; value: ReactNode; unit?: string }[] }) {
  return (
    <dl className={styles.line}>
      {props.figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>
            {figure.value}
            {figure.unit ? ` ${figure.unit}` : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
