"use client";

import { Checkbox } from "@mantine/core";
import { type FieldProps, useField } from "./use-field";

export function CheckboxField(props: Omit<FieldProps, "optional" | "labelHidden">) {
  const { field, input } = useField({ ...props, optional: true });
  return (
    <Checkbox
      {...input}
      label={props.label}
      color="var(--accent)"
      iconColor="var(--on-accent)"
      ref={field.ref}
      checked={field.value === true || field.value === "true"}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      onBlur={field.onBlur}
    />
  );
}
