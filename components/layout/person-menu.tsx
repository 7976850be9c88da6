"use client";

import { AppLink } from "@/components/ui/app-link";
import { Menu } from "@/components/ui/menu";
import type { Density, Scheme } from "@/lib/platform/i18n/locales";
import { DensitySwitch } from "./density-switch";
import { SchemeSwitch } from "./scheme-switch";
import { SignOut } from "./sign-out";
import styles from "./top-bar.module.css";

export type PersonWords = Record<
  "menu" | "role" | "scheme" | "density" | "changes" | "password" | "signOut",
  string
> & { schemes: Record<Scheme, string>; densities: Record<Density, string> };

/** What is a person's own: the colours, the closeness of rows, the password, the way out. */
export function PersonMenu(props: {
  name: string;
  /** What was written lately; left out for those who write nothing. */
  changesHref?: string;
  words: PersonWords;
}) {
  const { name, words } = props;
  return (
    <Menu
      name={words.menu}
      className={styles.person}
      label={
        <span aria-hidden="true" className={styles.initial}>
          {[...name][0]}
        </span>
      }
    >
      <div className={styles.who}>
        <strong>{name}</strong>
        <span>{words.role}</span>
      </div>
      <SchemeSwitch label={words.scheme} words={words.schemes} />
      <DensitySwitch label={words.density} words={words.densities} />
      {props.changesHref ? <AppLink href={props.changesHref}>{words.changes}</AppLink> : null}
      <AppLink href="/password">{words.password}</AppLink>
      <SignOut label={words.signOut} />
    </Menu>
  );
}
