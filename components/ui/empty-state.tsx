import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Nothing here yet: says so, and what to do first. */
export function EmptyState(props: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{props.title}</p>
      {props.text ? <p className={styles.text}>{props.text}</p> : null}
      {props.action}
    </div>
  );
}
