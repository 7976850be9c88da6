"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFieldArray } from "react-hook-form";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { LiveButton } from "../live-button";
import layout from "./form.module.css";
import { FormSection } from "./form-section";
import { useRecordContext } from "./record-context";
import styles from "./rows-field.module.css";

/**
 * Several of one kind in a form: contacts, lines of a lease, floors. Each row's fields are named
 * `<name>.<i>.<field>`; adding puts the focus into the new row.
 */
export function RowsField(props: {
  name: string;
  title: string;
  help?: ReactNode;
  addLabel: string;
  removeLabel: string;
  /** What a new row starts with. */
  blank: Record<string, unknown>;
  /** At least this many stay. */
  least?: number;
  /** The word for moving a row up, where their order says something. */
  moveLabel?: string;
  children: (path: string, index: number) => ReactNode;
}) {
  const t = useTranslations();
  const { form } = useRecordContext();
  const rows = useFieldArray({ control: form.control, name: props.name });
  const error = form.getFieldState(props.name, form.formState).error;
  const message = error?.root?.message ?? error?.message;
  return (
    <FormSection title={props.title} help={props.help}>
      <div className={layout.wide}>
        {rows.fields.map((row, i) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset reads its legend twice
          <div
            key={row.id}
            role="group"
            aria-label={t("ui.form.row", { title: props.title, n: i + 1 })}
            className={styles.row}
          >
            <div className={layout.grid}>{props.children(`${props.name}.${i}`, i)}</div>
            <div className={styles.verbs}>
              {props.moveLabel && i > 0 ? (
                <LiveButton
                  look="quiet"
                  aria-label={`${props.moveLabel} ${i + 1}`}
                  onClick={() => rows.move(i, i - 1)}
                >
                  {props.moveLabel}
                </LiveButton>
              ) : null}
              {rows.fields.length > (props.least ?? 0) ? (
                <LiveButton
                  look="quiet"
                  aria-label={`${props.removeLabel} ${i + 1}`}
                  onClick={() => rows.remove(i)}
                >
                  {props.removeLabel}
                </LiveButton>
              ) : null}
            </div>
          </div>
        ))}
        {message ? (
          <p role="alert" className={styles.error}>
            {translateMessage(t, message)}
          </p>
        ) : null}
        <LiveButton onClick={() => rows.append(props.blank)}>{props.addLabel}</LiveButton>
      </div>
    </FormSection>
  );
}
