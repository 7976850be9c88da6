"use client";

import { Checkbox } from "@mantine/core";
import { memo } from "react";
import { type Box, type FieldProps, useField } from "./use-field";

export function CheckboxField(props: Omit<FieldProps, "optional" | "labelHidden">) {
  const { field, input } = useField({ ...props, optional: true });
  return <CheckBox field={field} input={input} label={props.label} />;
}

const CheckBox = memo(function CheckBox({ field, input, label }: Box & { label: string }) {
  return (
    <Checkbox
      {...input}
      label={label}
      color="var(--accent)"
      iconColor="var(--on-accent)"
      ref={field.ref}
      checked={field.value === true || field.value === "true"}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      onBlur={field.onBlur}
    />
  );
});
