"use client";

import { TextInput } from "@mantine/core";
import { memo } from "react";
import { type Box, type FieldProps, useField } from "./use-field";

type Own = {
  type?: "text" | "email" | "tel" | "url" | "password";
  autoComplete?: string;
  placeholder?: string;
  /** For text in one language inside a page in the other. */
  lang?: string;
  autoFocus?: boolean;
};

export function TextField(props: FieldProps & Own) {
  const { field, input } = useField(props);
  const { type, autoComplete, placeholder, lang, autoFocus } = props;
  return <TextBox {...{ field, input, type, autoComplete, placeholder, lang, autoFocus }} />;
}

const TextBox = memo(function TextBox({ field, input, ...own }: Box & Own) {
  return (
    <TextInput
      {...input}
      ref={field.ref}
      type={own.type ?? "text"}
      lang={own.lang}
      autoComplete={own.autoComplete ?? "off"}
      placeholder={own.placeholder}
      data-autofocus={own.autoFocus || undefined}
      value={String(field.value ?? "")}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
});
