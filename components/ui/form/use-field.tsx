"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useController } from "react-hook-form";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { useRecordContext } from "./record-context";

export type FieldProps = {
  /** The path in the form's values: `endsOn`, `lines.0.area`. */
  name: string;
  label: string;
  help?: ReactNode;
  /** May be left empty; the label says so. */
  optional?: boolean;
  disabled?: boolean;
  /** Hides the label from sight where a table's header says it already. */
  labelHidden?: boolean;
};

/** What every field shares: its place in the form, its words, and its error in the reader's language. */
export function useField(props: FieldProps, show?: (value: string) => string) {
  const t = useTranslations();
  const { form, fields } = useRecordContext();
  const { field, fieldState } = useController({ name: props.name, control: form.control });
  const { name, label } = props;

  const latestShow = useRef(show);
  latestShow.current = show;

  useEffect(() => {
    fields.set(name, { label, show: (value) => latestShow.current?.(value) ?? value });
    return () => {
      fields.delete(name);
    };
  }, [fields, name, label]);

  const message = fieldState.error?.message ?? fieldState.error?.root?.message;
  const error = message ? translateMessage(t, message) : undefined;
  return {
    field,
    t,
    error,
    /** For any of Mantine's inputs. Help gives way to the error. */
    input: {
      id: `field-${name}`,
      name,
      label: props.labelHidden
        ? undefined
        : labelOf(label, props.optional ? t("ui.form.optional") : undefined),
      "aria-label": props.labelHidden ? label : undefined,
      description: error ? undefined : props.help,
      error,
      disabled: props.disabled,
      "aria-required": props.optional ? undefined : true,
    },
  };
}

function labelOf(label: string, optional?: string): ReactNode {
  if (!optional) return label;
  return (
    <>
      {label} <span style={{ color: "var(--text-3)", fontWeight: 400 }}>({optional})</span>
    </>
  );
}
