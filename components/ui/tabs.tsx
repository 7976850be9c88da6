"use client";

import { AppLink } from "./app-link";
import styles from "./tabs.module.css";

export type Tab = { href: string; label: string; count?: number | string };

/** The sides of one thing, each at an address of its own. */
export function Tabs(props: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav className={styles.tabs} aria-label={props.label}>
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <AppLink href={tab.href} aria-current={tab.href === props.current ? "page" : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
