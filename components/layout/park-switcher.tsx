"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { PlainSelect } from "@/components/ui/plain-select";
import { withParam } from "@/lib/platform/paging/href";
import styles from "./frame-form.module.css";
import { OtherParams } from "./other-params";

/** Which park the reader is in; it stays with them from page to page. */
export function ParkSwitcher(props: {
  parks: { code: string; name: string }[];
  label: string;
  all: string;
  go: string;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const current = params.get("park") ?? "";
  const { parks, all } = props;
  const options = useMemo(
    () => [{ value: "", label: all }, ...parks.map(({ code, name }) => ({ value: code, label: name }))],
    [parks, all],
  );
  return (
    <form action={pathname} className={styles.park}>
      <OtherParams params={params} except={["park", "page"]} />
      <PlainSelect
        name="park"
        autoComplete="off"
        aria-label={props.label}
        value={current}
        options={options}
        onChange={(event) => router.push(withParam(pathname, params, "park", event.target.value))}
      />
      <noscript>
        <button type="submit">{props.go}</button>
      </noscript>
    </form>
  );
}
