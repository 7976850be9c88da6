"use client";

import type { KeyboardEvent, ReactNode } from "react";

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** Rows that arrow keys lead through, and Home and End to the first and last; without script they are plain links. */
export function RovingRows(props: { className?: string; children: ReactNode }) {
  function move(event: KeyboardEvent<HTMLElement>) {
    const { key, currentTarget, altKey, ctrlKey, metaKey } = event;
    const ends = key === "Home" || key === "End";
    if ((!(key in steps) && !ends) || altKey || ctrlKey || metaKey) return;
    const rows = [...currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    const to = ends ? (key === "Home" ? 0 : rows.length - 1) : at + (steps[key] ?? 0);
    rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the links inside, which have the roles
    <div className={props.className} onKeyDown={move}>
      {props.children}
    </div>
  );
}
