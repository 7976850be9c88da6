"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";

/** A place in the rail: knows when the reader is in it, and shuts the phone's rail when followed. */
export function NavLink(props: { href: string; className?: string; children: ReactNode }) {
  const pathname = usePathname();
  const here = props.href === "/" ? pathname === "/" : isWithin(pathname, props.href);
  return (
    <AppLink
      href={props.href}
      className={props.className}
      aria-current={here ? "page" : undefined}
      onClick={(event) => {
        const rail = event.currentTarget.closest<HTMLElement>("[popover]");
        if (rail?.matches(":popover-open")) rail.hidePopover();
      }}
    >
      {props.children}
    </AppLink>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
