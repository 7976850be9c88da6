import { getTranslations } from "next-intl/server";
import { MarkShape, type StatusKind } from "./mark-shape";
import styles from "./status-mark.module.css";

/** A derived status: always the same colour and shape, and its word beside it. */
export async function StatusMark(props: { kind: StatusKind; label?: string }) {
  const t = await getTranslations("ui.status");
  return (
    <span className={styles.mark} data-kind={props.kind}>
      <MarkShape kind={props.kind} />
      {props.label ?? t(props.kind)}
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
          <MarkShape kind={kind} />
          {t(kind)}
        </li>
      ))}
    </ul>
  );
}
