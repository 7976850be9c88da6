"use client";

import { AppLink } from "./app-link";
import { DownloadLinks, type DownloadLinksProps } from "./download-links";
import styles from "./pager.module.css";

/** A step that cannot be taken has no address. */
export type PagerStep = { key: string; text: string; name?: string; href: string | null };

export type PagerNavProps = {
  label: string;
  /** Which rows these are, of how many. */
  range: string;
  steps: PagerStep[];
  files: Omit<DownloadLinksProps, "className"> | null;
  /** How many rows at a time; none where there are too few to choose. */
  sizes: { label: string; choices: { size: number; href: string; here: boolean }[] } | null;
};

/** The foot of a list, told plain values as the frame is (components/layout/frame.tsx). */
export function PagerNav({ label, range, steps, files, sizes }: PagerNavProps) {
  return (
    <nav className={styles.pager} aria-label={label}>
      <p>{range}</p>
      {steps.length > 0 ? (
        <ul className={styles.steps}>
          {steps.map(({ key, text, name, href }) => (
            <li key={key}>
              {href === null ? (
                <span className={styles.off} aria-hidden="true">
                  {text}
                </span>
              ) : (
                <AppLink href={href} carry={false} aria-label={name}>
                  {text}
                </AppLink>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {files ? <DownloadLinks {...files} className={styles.files} /> : null}
      {sizes ? (
        <ul className={styles.sizes}>
          <li>{sizes.label}</li>
          {sizes.choices.map(({ size, href, here }) => (
            <li key={size}>
              <AppLink href={href} carry={false} aria-current={here ? "true" : undefined}>
                {size}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
    </nav>
  );
}
