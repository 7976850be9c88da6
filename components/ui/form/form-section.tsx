import type { ReactNode } from "react";
import styles from "./form.module.css";

/** A group of questions under one heading, in two columns where there is room. */
export function FormSection(props: { title?: string; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.section}>
      {props.title ? <legend>{props.title}</legend> : null}
      {props.help ? <p className={styles.sectionHelp}>{props.help}</p> : null}
      <div className={styles.grid}>{props.children}</div>
    </fieldset>
  );
}

/** A field that takes the whole width of its section. */
export function Wide(props: { children: ReactNode }) {
  return <div className={styles.wide}>{props.children}</div>;
}
