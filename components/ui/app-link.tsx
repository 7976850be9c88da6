"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type ComponentProps, type MouseEvent, useTransition } from "react";
import { carryAlong } from "@/lib/platform/paging/carry";
import { isPlainClick } from "./plain-click";

export type AppLinkProps = Omit<ComponentProps<"a">, "href" | "onClick"> & {
  href: string;
  /** False where the link itself says which day and park: the frame's own controls. */
  carry?: boolean;
  /** False where the page stays where it is scrolled to. */
  scroll?: boolean;
};

/**
 * A link that takes the as-of day and the park along. Next's own is not used: it is made for fetching ahead, which
 * no page here wants, as each is one viewer's own and made for the request.
 * Until the next page is there it says so, as filters and headings do: the rows of a list pale.
 */
export function AppLink({ href, carry = true, scroll, children, ...rest }: AppLinkProps) {
  const router = useRouter();
  const params = useSearchParams();
  const [busy, begin] = useTransition();
  const address = carry ? carryAlong(href, params) : href;

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    if (!isPlainClick(event) || rest.target || rest.download !== undefined) return;
    event.preventDefault();
    begin(() => router.push(address, { scroll }));
  }

  return (
    <a href={address} {...rest} onClick={follow}>
      {children}
      {busy ? <span hidden data-busy="true" /> : null}
    </a>
  );
}
