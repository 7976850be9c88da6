import type { ReactNode } from "react";
import styles from "./banner.module.css";

/** Something that holds for the whole page: this is a sample; a form that could not be saved. */
export function Banner(props: {
  tone?: "info" | "warn" | "bad" | "good";
  title?: ReactNode;
  /** `alert` where it appears because of what the reader just did. */
  role?: "alert" | "status";
  children?: ReactNode;
}) {
  return (
    <div className={styles.banner} data-tone={props.tone ?? "info"} role={props.role}>
      {props.title ? <strong>{props.title}</strong> : null}
      {props.children}
    </div>
  );
}
