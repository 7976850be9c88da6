"use client";

import { TextInput } from "@mantine/core";
import { type FieldProps, useField } from "./use-field";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "url" | "password";
  autoComplete?: string;
  placeholder?: string;
  /** For text in one language inside a page in the other. */
  lang?: string;
  autoFocus?: boolean;
};

export function TextField(props: TextFieldProps) {
  const { field, input } = useField(props);
  return (
    <TextInput
      {...input}
      ref={field.ref}
      type={props.type ?? "text"}
      lang={props.lang}
      autoComplete={props.autoComplete ?? "off"}
      placeholder={props.placeholder}
      data-autofocus={props.autoFocus || undefined}
      value={String(field.value ?? "")}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}
