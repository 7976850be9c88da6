"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { withParam } from "@/lib/platform/paging/href";
import styles from "./frame-form.module.css";
import { OtherParams } from "./other-params";

const SETTLE = 700;

/** The day that every list, plan and figure speaks of. Today unless the address says another. */
export function AsOfControl(props: { today: string; label: string; go: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asOf = asOfFrom(params) ?? props.today;

  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = asOf;
    return () => clearTimeout(settling.current);
  }, [asOf]);

  function go(value: string) {
    clearTimeout(settling.current);
    if (!isPlausible(value) || value === asOf) return;
    router.push(withParam(pathname, params, "asOf", value === props.today ? "" : value), { scroll: false });
  }

  // A date typed by hand passes through years like 0202: wait until it has settled.
  function settle() {
    clearTimeout(settling.current);
    settling.current = setTimeout(() => go(input.current?.value ?? ""), SETTLE);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    go(input.current?.value ?? "");
  }

  return (
    <form action={pathname} onSubmit={submit} className={styles.asOf} data-set={asOf !== props.today}>
      <OtherParams params={params} except={["asOf", "page"]} />
      <label>
        <span>{props.label}</span>
        <input ref={input} type="date" name="asOf" required defaultValue={asOf} onChange={settle} />
      </label>
      <noscript>
        <button type="submit">{props.go}</button>
      </noscript>
    </form>
  );
}

export function asOfFrom(params: URLSearchParams): string | null {
  const value = params.get("asOf");
  return value && isPlausible(value) ? value : null;
}

function isPlausible(value: string): boolean {
  return /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
