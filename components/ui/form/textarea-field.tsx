"use client";

import { Textarea } from "@mantine/core";
import { type FieldProps, useField } from "./use-field";

export function TextareaField(props: FieldProps & { rows?: number; lang?: string }) {
  const { field, input } = useField(props);
  return (
    <Textarea
      {...input}
      ref={field.ref}
      rows={props.rows ?? 3}
      lang={props.lang}
      resize="vertical"
      value={String(field.value ?? "")}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}
