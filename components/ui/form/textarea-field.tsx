"use client";

import { Textarea } from "@mantine/core";
import { memo } from "react";
import { type Box, type FieldProps, useField } from "./use-field";

type Own = { rows?: number; lang?: string };

export function TextareaField(props: FieldProps & Own) {
  const { field, input } = useField(props);
  return <TextareaBox field={field} input={input} rows={props.rows} lang={props.lang} />;
}

const TextareaBox = memo(function TextareaBox({ field, input, rows, lang }: Box & Own) {
  return (
    <Textarea
      {...input}
      ref={field.ref}
      rows={rows ?? 3}
      lang={lang}
      resize="vertical"
      value={String(field.value ?? "")}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
});
