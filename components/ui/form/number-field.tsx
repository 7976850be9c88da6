"use client";

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import { parseHumanNumber } from "@/lib/platform/values/parse-number";
import { type FieldProps, useField } from "./use-field";

type NumberFieldProps = FieldProps & {
  /** Stands at the end of the box: m², people. */
  unit?: string;
  placeholder?: string;
};

/** What is shown with separators; with more decimals than that a number is shown as typed, since none may be lost. */
const PLAIN = /^-?\d+(\.\d{1,6})?$/;

/**
 * A number as people write it: separators, full-width digits, 万. On leaving, it is kept as a plain decimal
 * and shown with separators; what cannot be read stays as it was typed.
 */
export function NumberField(props: NumberFieldProps) {
  const formats = useFormats();
  const show = (value: string) => (PLAIN.test(value) ? formats.number(value, 6) : value);
  const { field, input } = useField(props, show);
  // While typing, the box holds just what was typed; nothing jumps under the caret.
  const [typed, setTyped] = useState<string | null>(null);
  const value = String(field.value ?? "");

  function leave() {
    const number = parseHumanNumber(value);
    if (number !== null && number !== value) field.onChange(number);
    setTyped(null);
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
      value={typed ?? show(value)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        field.onChange(event.currentTarget.value);
      }}
      onBlur={leave}
    />
  );
}
