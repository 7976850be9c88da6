import type { ReactNode } from "react";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { EmptyState } from "./empty-state";
import styles from "./timeline-history.module.css";

/** One change set, in words already. */
export type HistoryEntry = {
  id: string;
  at: string;
  by: string;
  onBehalfOf?: string | null;
  /** What was done: "Ended the lease". */
  verb: string;
  /** From where: form, import, API, approval, system. */
  via: string;
  reason?: string | null;
  changes: { field: string; before: ReactNode; after: ReactNode }[];
  /** A form with Undo, where it may be undone. */
  undo?: ReactNode;
};

/** Who changed what, when, from where and why; newest first. */
export async function TimelineHistory(props: { entries: HistoryEntry[] }) {
  const [t, formats] = await Promise.all([getTranslations("ui.history"), getFormats()]);
  if (props.entries.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <ol className={styles.history}>
      {props.entries.map((entry) => (
        <li key={entry.id}>
          <p className={styles.what}>
            <strong>{entry.verb}</strong>
            {entry.undo ? <span className={styles.undo}>{entry.undo}</span> : null}
          </p>
          <p className={styles.who}>
            <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time>
            <span>{entry.onBehalfOf ? t("onBehalf", { by: entry.by, of: entry.onBehalfOf }) : entry.by}</span>
            <span>{entry.via}</span>
          </p>
          {entry.reason ? <p className={styles.reason}>{t("reason", { reason: entry.reason })}</p> : null}
          {entry.changes.length > 0 ? (
            <dl className={styles.changes}>
              {entry.changes.map((change) => (
                <div key={change.field}>
                  <dt>{change.field}</dt>
                  <dd>
                    <Before value={change.before} word={t("before")} nothing={t("nothing")} />
                    <span aria-hidden="true"> → </span>
                    <ins>
                      <span className="visually-hidden">{t("after")} </span>
                      {change.after || t("nothing")}
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Nothing is not struck through: there was nothing to strike. */
function Before(props: { value: ReactNode; word: string; nothing: string }) {
  const Tag = props.value ? "del" : "span";
  return (
    <Tag>
      <span className="visually-hidden">{props.word} </span>
      {props.value || props.nothing}
    </Tag>
  );
}
