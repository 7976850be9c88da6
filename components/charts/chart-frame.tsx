import type { ReactNode } from "react";
import styles from "./chart.module.css";

export type ChartNotes = {
  /** What the picture shows, in one sentence; read out instead of the drawing. */
  label: string;
  title?: ReactNode;
  /** Source and as-of date, in the foot. */
  foot?: ReactNode;
};

/** A picture with its title and foot. On a phone it scrolls inside itself rather than shrink its words. */
export function ChartFrame(props: ChartNotes & { legend?: ReactNode; children: ReactNode }) {
  return (
    <figure className={styles.figure}>
      {props.title ? <figcaption className={styles.title}>{props.title}</figcaption> : null}
      {props.legend}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={props.label}>
        {props.children}
      </section>
      {props.foot ? <p className={styles.foot}>{props.foot}</p> : null}
    </figure>
  );
}

/** Names beside their colours, where labels in the picture would not fit. */
export function SeriesLegend(props: { names: string[] }) {
  return (
    <ul className={styles.legend}>
      {props.names.map((name, index) => (
        <li key={name}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" rx="2" className={styles.area} data-series={seriesNumber(index)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

export function seriesNumber(index: number): number {
  return (index % 6) + 1;
}
