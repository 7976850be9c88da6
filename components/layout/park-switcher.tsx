"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
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
  return (
    <form action={pathname} className={styles.park}>
      <OtherParams params={params} except={["park", "page"]} />
      <select
        name="park"
        aria-label={props.label}
        value={current}
        onChange={(event) => router.push(withParam(pathname, params, "park", event.target.value))}
      >
        <option value="">{props.all}</option>
        {props.parks.map((park) => (
          <option key={park.code} value={park.code}>
            {park.name}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit">{props.go}</button>
      </noscript>
    </form>
  );
}
