import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import styles from "./portal.module.css";

/** A page of the portal: its title, where it hangs, and one column. */
export function PortalPage(props: {
  title: string;
  trail?: { href: string; label: string }[];
  help?: ReactNode;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <PageHeader title={props.title} trail={props.trail} beside={props.beside} />
      {props.help ? <p className={styles.class}>{props.help}</p> : null}
      {props.children}
    </div>
  );
}

/** One thing on such a page, with the verb that changes it. */
export function PortalCard(props: {
  title: string;
  note?: ReactNode;
  verb?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.card} aria-label={props.title}>
      <div className={styles.head}>
        <h2>{props.title}</h2>
        {props.verb}
      </div>
      {props.note ? <p className={styles.class}>{props.note}</p> : null}
      {props.children}
    </section>
  );
}
