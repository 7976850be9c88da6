import type { ReactNode } from "react";
import styles from "./reports.module.css";

/** A part of a report under its own heading. No landmark: the table or picture inside is one already. */
export function ReportSection(props: { title: string; id?: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div id={props.id} className={styles.section}>
      <h2>{props.title}</h2>
      {props.note ? <p className={styles.note}>{props.note}</p> : null}
      {props.children}
    </div>
  );
}
