"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";

/**
 * A plain GET form that, with JavaScript, drops empty answers from the address, keeps the page's scroll and
 * focus, and applies a choice at once. Without it, it is a plain GET form.
 */
export function GetForm(props: {
  className?: string;
  label: string;
  /** The address it asks; the current one if none is given. */
  action?: string;
  /** It narrows the page it stands on, so the page does not scroll to its top. */
  stays?: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const [busy, begin] = useTransition();
  const address = props.action ?? pathname;
  const followed = useRef<typeof params>(null);

  useEffect(() => {
    const first = followed.current === null;
    followed.current = params;
    // The fields came with the address. What differs was chosen before the page listened: it is applied now.
    if (first) {
      const fields = [...(form.current?.elements ?? [])];
      if (fields.some((field) => isSelect(field) && isChosen(field))) form.current?.requestSubmit();
      return;
    }
    // A chip, the back button or a header link may have changed the address: the fields follow it.
    for (const field of form.current?.elements ?? []) {
      if (!isField(field) || field.type === "hidden" || field === document.activeElement) continue;
      field.value = params.get(field.name) ?? "";
    }
  }, [params]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim()) query.set(name, value.trim());
    }
    begin(() => router.push(query.size ? `${address}?${query}` : address, { scroll: !props.stays }));
  }

  function apply(event: ChangeEvent<HTMLFormElement>) {
    if (isSelect(event.target)) form.current?.requestSubmit();
  }

  return (
    <search className={props.className} data-busy={busy || undefined}>
      {/* A browser that fills in what stood here before a reload would answer for its reader. */}
      <form
        ref={form}
        action={address}
        aria-label={props.label}
        autoComplete="off"
        onSubmit={submit}
        onChange={apply}
      >
        {props.children}
      </form>
    </search>
  );
}

function isSelect(field: Element): field is HTMLSelectElement {
  return field instanceof HTMLSelectElement && field.name !== "";
}

/** Another option is chosen than the one the page came with. */
function isChosen({ options, selectedIndex }: HTMLSelectElement): boolean {
  const came = [...options].findIndex((option) => option.defaultSelected);
  return selectedIndex !== Math.max(0, came);
}

function isField(field: Element): field is HTMLInputElement | HTMLSelectElement {
  return isSelect(field) || (field instanceof HTMLInputElement && field.name !== "");
}
