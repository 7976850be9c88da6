import type { ReactNode } from "react";
import styles from "./page-notice.module.css";

/** A whole page with one thing to say: not found, not allowed, went wrong. */
export function PageNotice(props: {
  title: string;
  text: string;
  home: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <main className={styles.notice} id="main">
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      {props.children}
      <a href={props.home.href}>{props.home.label}</a>
    </main>
  );
}
