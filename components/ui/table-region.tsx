"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useRef, useTransition } from "react";

/**
 * The region a table scrolls in, focusable so that the keyboard can scroll it. It follows the plain links
 * inside without loading the page anew: fifty rows are fifty anchors from the server and this one listener,
 * where fifty link components would cost more than the rest of the list. A click elsewhere on a row follows
 * the row's own link, unless text is being selected to copy.
 */
export function TableRegion(props: {
  className?: string;
  label: string;
  opens: boolean;
  /** It is expected to be wider than a page (table-width.ts). */
  wide?: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  const region = useRef<HTMLElement>(null);
  const [busy, begin] = useTransition();
  const { wide } = props;

  // A table that turns out wider than its place, against what was expected, scrolls sideways; it is drawn by then, so
  // nothing else about it may change.
  useEffect(() => {
    const element = region.current;
    if (!element || wide) return;
    const look = () => {
      const wider = (element.firstElementChild?.scrollWidth ?? 0) > element.clientWidth + 1;
      element.dataset.wide = wider ? "late" : "false";
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [wide]);

  function click(event: MouseEvent) {
    if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>("a[href]") ?? rowLink(event.target);
    if (!link || link.target || link.download || link.origin !== window.location.origin) return;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere && link.contains(event.target)) return;
    event.preventDefault();
    if (elsewhere) window.open(link.href, "_blank", "noopener");
    else begin(() => router.push(link.href, { scroll: !link.hasAttribute("data-stays") }));
  }

  function rowLink(clicked: Element): HTMLAnchorElement | null {
    if (!props.opens || clicked.closest("button, input, select, label, summary, textarea")) return null;
    if (window.getSelection()?.toString()) return null;
    return clicked.closest("tbody tr")?.querySelector<HTMLAnchorElement>("th a") ?? null;
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key press on a link arrives as its click
    <section
      ref={region}
      className={props.className}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      onClick={click}
      data-opens={props.opens}
      data-wide={wide || undefined}
      data-busy={busy || undefined}
    >
      {props.children}
    </section>
  );
}
