"use client";

import { useTranslations } from "next-intl";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import table from "../data-table.module.css";
import styles from "./bulk.module.css";
import type { SelectOption } from "./select-field";
import type { BulkChoice, BulkLabels, Preview } from "./use-preview";

type Words = { cluster: SelectOption[]; stage: SelectOption[] };

const columns = [
  { column: "owner_id", label: "owner" },
  { column: "cluster", label: "cluster" },
  { column: "stage", label: "stage" },
  { column: "tags", label: "tags" },
] as const;

/** Under which the preview has the value of a field of the office's own. */
const columnOf = ({ id }: { id: string }) => `custom.${id}`;

/** How many rows change and how many stay, and the first that change: what they say now and what they will say. */
export function BulkPreview(props: {
  preview: Preview | null;
  failure: string | null;
  busy: boolean;
  labels: BulkLabels;
  /** Fields of the office's own, each with its choices. */
  choices: BulkChoice[];
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
  const all = [
    ...columns.map(({ column, label }) => ({ column: column as string, label: labels[label] ?? "" })),
    ...props.choices.map((choice) => ({ column: columnOf(choice), label: choice.label })),
  ];
  const shown = all.filter(({ column }) =>
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
                    {label}
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

  function wordsOf(column: string, value: string | null | undefined): string {
    if (!value) return t("ui.bulk.nothing");
    const choice = props.choices.find((one) => columnOf(one) === column);
    if (choice) return choice.options.find((option) => option.value === value)?.label ?? t("ui.bulk.retired");
    if (column === "owner_id") return preview?.owners.find(({ id }) => id === value)?.name ?? value;
    if (column === "tags") return value;
    const known = column === "cluster" || column === "stage" ? props.words[column] : [];
    return known.find((option) => option.value === value)?.label ?? value;
  }
}
