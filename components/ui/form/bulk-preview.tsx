"use client";

import { useTranslations } from "next-intl";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import table from "../data-table.module.css";
import styles from "./bulk.module.css";
import type { SelectOption } from "./select-field";
import type { Preview } from "./use-preview";

type Words = { cluster: SelectOption[]; stage: SelectOption[] };
type Labels = Record<"owner" | "cluster" | "stage" | "tags" | "name", string>;

const columns = [
  { column: "owner_id", label: "owner" },
  { column: "cluster", label: "cluster" },
  { column: "stage", label: "stage" },
  { column: "tags", label: "tags" },
] as const;

/** How many rows change and how many stay, and the first that change: what they say now and what they will say. */
export function BulkPreview(props: {
  preview: Preview | null;
  failure: string | null;
  busy: boolean;
  labels: Labels;
  words: Words;
}) {
  const { preview, labels } = props;
  const t = useTranslations();
  if (props.failure && !props.busy) {
    return (
      <p role="alert" className={styles.failure}>
        {translateMessage(t, props.failure)}
      </p>
    );
  }
  if (!preview) return <p role="status">{t("ui.bulk.looking")}</p>;
  const { total, changed, left } = preview;
  const same = total - changed - left;
  const names = new Map(preview.names.map(({ id, name }) => [id, name]));
  const shown = columns.filter(({ column }) =>
    preview.rows.some(({ before, after }) => before[column] !== after[column]),
  );
  return (
    <section aria-label={t("ui.bulk.preview")} aria-busy={props.busy} className={styles.preview}>
      <p role="status">
        <b>{t("ui.bulk.changed", { count: changed })}</b>
        {same > 0 ? ` ${t("ui.bulk.same", { count: same })}` : null}
        {left > 0 ? ` ${t("ui.bulk.left", { count: left })}` : null}
      </p>
      {preview.rows.length > 0 ? (
        <div className={styles.region}>
          <table className={table.table}>
            <caption className="visually-hidden">{t("ui.bulk.preview")}</caption>
            <thead>
              <tr>
                <th scope="col">{labels.name}</th>
                {shown.map(({ column, label }) => (
                  <th key={column} scope="col">
                    {labels[label]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map(({ id, before, after }) => (
                <tr key={id}>
                  <th scope="row" data-wrap="true">
                    {names.get(id)}
                  </th>
                  {shown.map(({ column }) => {
                    const [was, will] = [wordsOf(column, before[column]), wordsOf(column, after[column])];
                    return (
                      <td key={column} data-wrap="true">
                        {was === will ? (
                          <span className={styles.same}>{was}</span>
                        ) : (
                          <>
                            <del>{was}</del> <span aria-hidden="true">→</span> <ins>{will}</ins>
                          </>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {changed > preview.rows.length ? (
        <p className={styles.same}>{t("ui.bulk.more", { count: changed - preview.rows.length })}</p>
      ) : null}
    </section>
  );

  function wordsOf(column: (typeof columns)[number]["column"], value: string | null | undefined): string {
    if (!value) return t("ui.bulk.nothing");
    if (column === "owner_id") return preview?.owners.find(({ id }) => id === value)?.name ?? value;
    if (column === "tags") return value;
    return props.words[column].find((option) => option.value === value)?.label ?? value;
  }
}
