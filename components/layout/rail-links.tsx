"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { isPlainClick } from "@/components/ui/plain-click";
import { carryAlong } from "@/lib/platform/paging/carry";
import { PlaceIcon } from "./place-icon";
import { belongs, type Place, places } from "./places";
import styles from "./rail.module.css";

/**
 * The links of the rail. They are on every page, so they are plain anchors under one listener: that costs
 * the server a fraction of as many link components. Following one shuts the phone's rail.
 */
export function RailLinks(props: {
  product: string;
  nav: { place: Place; label: string }[];
  /** The park switcher, between the mark and the places. */
  children?: ReactNode;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const above = props.nav.filter(({ place }) => place !== "settings");
  const below = props.nav.filter(({ place }) => place === "settings");

  // A place may lie below another: the report of promises is no part of the reports' own place.
  const leadsTo = (base: string) => pathname === base || pathname.startsWith(`${base}/`);
  const [nearest] = props.nav
    .flatMap(({ place }) => [places[place], ...(belongs[place] ?? [])].map((base) => ({ place, base })))
    .filter(({ base }) => base !== "/" && leadsTo(base))
    .sort((a, b) => b.base.length - a.base.length)
    .map(({ place }) => place);

  function follow(event: MouseEvent<HTMLElement>) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    const rail = event.currentTarget.closest<HTMLElement>("[popover]");
    if (rail?.matches(":popover-open")) rail.hidePopover();
    router.push(link.href);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key press on a link arrives as its click
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked
    <div className={styles.nav} onClick={follow}>
      <a href={carryAlong("/", params)} className={styles.mark}>
        <Mark />
        {props.product}
      </a>
      {props.children}
      <ul>{above.map(item)}</ul>
      {below.length > 0 ? <ul className={styles.below}>{below.map(item)}</ul> : null}
    </div>
  );

  function item({ place, label }: { place: Place; label: string }) {
    const href = places[place];
    const here = href === "/" ? pathname === "/" : place === nearest;
    return (
      <li key={place}>
        <a href={carryAlong(href, params)} className={styles.link} aria-current={here ? "page" : undefined}>
          <PlaceIcon place={place} />
          {label}
        </a>
      </li>
    );
  }
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0d5c59" />
      <path d="M7 8h18v4H7zm7 6h4v11h-4z" fill="#fff" />
      <path d="M7 14h5v4H7zm0 6h5v5H7zm13-6h5v4h-5z" fill="#fff" opacity=".45" />
      <path d="M20.75 20.75h3.5v3.5h-3.5z" fill="none" stroke="#fff" strokeOpacity=".6" strokeWidth="1.5" />
    </svg>
  );
}
