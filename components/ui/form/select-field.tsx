"use client";

import { NativeSelect } from "@mantine/core";
import { type FieldProps, useField } from "./use-field";

export type SelectOption = { value: string; label: string };

/** One of a short list. The browser's own select: best on phones and with a screen reader, and it is free. */
export function SelectField(props: FieldProps & { options: readonly SelectOption[]; empty?: string }) {
  const { options } = props;
  const show = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const { field, input, t } = useField(props, show);
  const none = props.empty ?? (props.optional ? t("ui.form.none") : t("ui.form.choose"));
  return (
    <NativeSelect
      {...input}
      ref={field.ref}
      value={String(field.value ?? "")}
      onChange={field.onChange}
      onBlur={field.onBlur}
    >
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
