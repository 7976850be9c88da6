"use client";

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { NO_VALUE } from "@/lib/platform/i18n/formats";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import { parseHumanNumber } from "@/lib/platform/values/parse-number";
import { type FieldProps, useField } from "./use-field";

type NumberFieldProps = FieldProps & {
  /** Stands at the end of the box: m², people. */
  unit?: string;
  placeholder?: string;
};

/**
 * A number as people write it: separators, full-width digits, 万. On leaving, it is kept as a plain decimal
 * and shown with separators; what cannot be read stays as it was typed.
 */
export function NumberField(props: NumberFieldProps) {
  const { field, input } = useField(props);
  const formats = useFormats();
  const [editing, setEditing] = useState(false);
  const value = String(field.value ?? "");

  function leave() {
    const number = parseHumanNumber(value);
    if (number !== null && number !== value) field.onChange(number);
    setEditing(false);
    field.onBlur();
  }

  return (
    <TextInput
      {...input}
      ref={field.ref}
      inputMode="decimal"
      autoComplete="off"
      placeholder={props.placeholder}
      rightSection={props.unit ? <span aria-hidden="true">{props.unit}</span> : undefined}
      rightSectionWidth={props.unit ? `${props.unit.length + 2}ch` : undefined}
      rightSectionPointerEvents="none"
      classNames={{ input: "tabular" }}
      value={editing ? value : shown(value)}
      onChange={field.onChange}
      onFocus={() => setEditing(true)}
      onBlur={leave}
    />
  );

  function shown(text: string): string {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
    const grouped = formats.number(text, 6);
    return grouped === NO_VALUE ? text : grouped;
  }
}
