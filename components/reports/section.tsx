import { type ReactNode, useId } from "react";
import styles from "./reports.module.css";

/** A part of a report under its own heading. */
export function ReportSection(props: { title: string; id?: string; note?: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} id={props.id} className={styles.section}>
      <h2 id={heading}>{props.title}</h2>
      {props.note ? <p className={styles.note}>{props.note}</p> : null}
      {props.children}
    </section>
  );
}
