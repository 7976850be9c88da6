"use client";

import type { MouseEvent, ReactNode } from "react";

/**
 * The region a table scrolls in, focusable so that the keyboard can scroll it. A click on a row follows the
 * row's own link, unless something else was clicked or text is being selected to copy.
 */
export function RowOpener(props: { className?: string; label: string; opens: boolean; children: ReactNode }) {
  function open(event: MouseEvent) {
    if (!props.opens || event.defaultPrevented || !(event.target instanceof Element)) return;
    if (event.target.closest("a, button, input, select, label, summary, textarea")) return;
    if (window.getSelection()?.toString()) return;
    const link = event.target.closest("tbody tr")?.querySelector<HTMLAnchorElement>("th a");
    if (!link) return;
    if (event.ctrlKey || event.metaKey) window.open(link.href, "_blank", "noopener");
    else link.click();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the link inside the row
    <section
      className={props.className}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      onClick={open}
      data-opens={props.opens}
    >
      {props.children}
    </section>
  );
}
