"use client";

import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import { Icon } from "./icon";
import { Menu } from "./menu";
import styles from "./page-header.module.css";
import { PaperHead } from "./paper-head";

export type PageHeadProps = {
  title: string;
  /** Where this page hangs: the list it came from, the park of a building. */
  trail?: { href: string; label: string }[];
  /** Beside the title: a status, the other language's name. */
  beside?: ReactNode;
  /** One line of key figures; see `FigureLine`. */
  figures?: ReactNode;
  /** The one primary verb: a `ButtonLink` or a small form. */
  action?: ReactNode;
  /** The rest, behind "…": links and forms with one button each. */
  more?: ReactNode;
  /** The same as plain links, before whatever else there is. */
  moreLinks?: readonly { href: string; label: string }[];
  words: { trail: string; more: string };
};

/** The head of a page, told plain values as the frame is (components/layout/frame.tsx). */
export function PageHead({ trail = [], moreLinks = [], words, ...props }: PageHeadProps) {
  return (
    <header className={styles.header}>
      <PaperHead side="left" text={props.title} />
      {trail.length > 0 ? (
        <nav aria-label={words.trail} className={styles.trail}>
          <ol>
            {trail.map((step) => (
              <li key={step.href}>
                <AppLink href={step.href}>{step.label}</AppLink>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={styles.row}>
        <div className={styles.title}>
          <h1>{props.title}</h1>
          {props.beside}
        </div>
        {props.action || moreLinks.length > 0 || props.more ? (
          <div className={styles.verbs}>
            {props.action}
            {moreLinks.length > 0 || props.more ? (
              <Menu name={words.more} className={styles.dots} label={<Icon of={IconDots} size={18} />}>
                {moreLinks.map(({ href, label }) => (
                  <AppLink key={href} href={href}>
                    {label}
                  </AppLink>
                ))}
                {props.more}
              </Menu>
            ) : null}
          </div>
        ) : null}
      </div>
      {props.figures}
    </header>
  );
}
