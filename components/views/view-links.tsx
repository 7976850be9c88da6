"use client";

import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { RedrawView } from "./redraw-view";
import styles from "./view-bar.module.css";

export type ViewLink = { id: string; href: string; name: string; notes: string[]; here: boolean };

export type ViewLinksProps = {
  label: string;
  all: { href: string; label: string; here: boolean };
  views: ViewLink[];
  redraw: ComponentProps<typeof RedrawView> | null;
  edit: { href: string; label: string; name: string } | null;
  save: { href: string; label: string };
};

/** The kept views of a list and the verbs that keep one, told plain values as the frame is. */
export function ViewLinks(props: ViewLinksProps & { children: ReactNode }) {
  const { all, views, redraw, edit, save } = props;
  return (
    <div className={styles.bar}>
      {views.length > 0 ? (
        <nav aria-label={props.label} className={styles.views}>
          <ul>
            <li>
              <AppLink href={all.href} aria-current={all.here ? "true" : undefined}>
                {all.label}
              </AppLink>
            </li>
            {views.map(({ id, href, name, notes, here }) => (
              <li key={id}>
                <AppLink href={href} aria-current={here ? "true" : undefined}>
                  {name}
                  {notes.map((note) => (
                    <small key={note}>{note}</small>
                  ))}
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <div className={styles.tools}>
        {redraw ? <RedrawView {...redraw} /> : null}
        {edit ? (
          <AppLink href={edit.href} className={styles.tool} aria-label={edit.name}>
            {edit.label}
          </AppLink>
        ) : null}
        <AppLink href={save.href} className={styles.tool}>
          {save.label}
        </AppLink>
        {props.children}
      </div>
    </div>
  );
}
