import type { ReactNode } from "react";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import styles from "./status-mark.module.css";

/** The class that `data-kind` gives its shape, for rows that are drawn as text. */
export const markStyle = styles.mark ?? "";

/**
 * A derived status: always the same colour and shape, and its word beside it. The word comes from
 * `getTranslations("ui.status")`, asked once by the page and not once a row.
 */
export function StatusMark(props: { kind: StatusKind; label: ReactNode }) {
  return (
    <span className={styles.mark} data-kind={props.kind}>
      {props.label}
    </span>
  );
}

/** Draws and names the meanings that a picture or a list uses. */
export async function Legend(props: { kinds: StatusKind[] }) {
  const t = await getTranslations("ui.status");
  return (
    <ul className={styles.legend}>
      {props.kinds.map((kind) => (
        <li key={kind} className={styles.mark} data-kind={kind}>
          {t(kind)}
        </li>
      ))}
    </ul>
  );
}
