"use client";

import Link, { useLinkStatus } from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";
import { carryAlong } from "@/lib/platform/paging/carry";

export type AppLinkProps = Omit<ComponentProps<typeof Link>, "href"> & {
  href: string;
  /** False where the link itself says which day and park: the frame's own controls. */
  carry?: boolean;
};

/**
 * A link that takes the as-of day and the park along. It does not prefetch: every page is one viewer's own
 * and made for the request, so a list of fifty links would ask the server for fifty pages nobody opens.
 */
export function AppLink({ href, carry = true, prefetch = false, children, ...rest }: AppLinkProps) {
  const params = useSearchParams();
  return (
    <Link href={carry ? carryAlong(href, params) : href} prefetch={prefetch} {...rest}>
      {children}
      <Pending />
    </Link>
  );
}

/** Says, as filters and headings do, that the next page is on its way: the rows of a list pale until it is there. */
function Pending() {
  const { pending } = useLinkStatus();
  return pending ? <span hidden data-busy="true" /> : null;
}
