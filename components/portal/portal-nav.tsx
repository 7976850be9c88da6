"use client";

import { usePathname } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { type PortalPlace, portalPlaces } from "./places";
import styles from "./portal.module.css";

/** The rooms as links. On a phone behind one button, which needs no script. */
export function PortalNav(props: {
  label: string;
  menu: string;
  places: { place: PortalPlace; label: string }[];
}) {
  const pathname = usePathname();
  const here = (place: PortalPlace) =>
    place === "home" ? pathname === "/portal" : `${pathname}/`.startsWith(`${portalPlaces[place]}/`);
  const links = (
    <ul>
      {props.places.map(({ place, label }) => (
        <li key={place}>
          <AppLink href={portalPlaces[place]} aria-current={here(place) ? "page" : undefined}>
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={props.label} className={styles.nav}>
      <details key={pathname} className={styles.fold}>
        <summary>{props.menu}</summary>
        {links}
      </details>
      <div className={styles.row}>{links}</div>
    </nav>
  );
}
