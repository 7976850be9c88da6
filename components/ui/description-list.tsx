import type { ReactNode } from "react";
import { NO_VALUE } from "@/lib/platform/i18n/formats";
import styles from "./description-list.module.css";

export type Description = { label: string; value: ReactNode };

/** What is known about one thing, label and value. What is unknown shows as a dash, never as a gap. */
export function DescriptionList(props: { items: Description[] }) {
  return (
    <dl className={styles.list}>
      {props.items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{isNothing(item.value) ? NO_VALUE : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isNothing(value: ReactNode): boolean {
  return value === null || value === undefined || value === "";
}
