"use client";

import { TextInput, UnstyledButton } from "@mantine/core";
import { useRef } from "react";
import { parseCivilDate } from "@/lib/platform/dates/parse";
import styles from "./form.module.css";
import { type FieldProps, useField } from "./use-field";

/**
 * A day typed in any of the human forms, or picked from the browser's own calendar. On leaving it becomes
 * `YYYY-MM-DD`; what is no date stays as it was typed, with the error beneath.
 */
export function DateField(props: FieldProps) {
  const { field, input, t } = useField(props);
  const picker = useRef<HTMLInputElement>(null);
  const value = String(field.value ?? "");
  const iso = parseCivilDate(value);

  function leave() {
    if (iso && iso !== value) field.onChange(iso);
    field.onBlur();
  }

  return (
    <TextInput
      {...input}
      ref={field.ref}
      inputMode="text"
      autoComplete="off"
      placeholder="2022-11-01"
      classNames={{ input: "tabular" }}
      value={value}
      onChange={field.onChange}
      onBlur={leave}
      rightSection={
        <>
          <input
            ref={picker}
            type="date"
            className={styles.picker}
            tabIndex={-1}
            aria-hidden="true"
            value={iso ?? ""}
            onChange={(event) => field.onChange(event.target.value)}
          />
          <UnstyledButton
            className={styles.pick}
            disabled={props.disabled}
            aria-label={`${t("ui.form.pickDate")}: ${props.label}`}
            onClick={() => picker.current?.showPicker()}
          >
            <svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              aria-hidden="true"
              fill="none"
              stroke="currentColor"
            >
              <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
            </svg>
          </UnstyledButton>
        </>
      }
    />
  );
}
