import type { ReactNode } from "react";
import styles from "./badge.module.css";

/** A word about a thing: a stage, a role, a flag. For the derived statuses use `StatusMark`. */
export function Badge(props: { tone?: "neutral" | "accent" | "good" | "warn" | "bad"; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={props.tone ?? "neutral"}>
      {props.children}
    </span>
  );
}
