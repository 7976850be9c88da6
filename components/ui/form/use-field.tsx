"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
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

/** A field's place in the form, and what any of Mantine's inputs is told: each the same until something of it changes. */
export type Box = Pick<ReturnType<typeof useField>, "field" | "input">;

/**
 * What every field shares: its place in the form, its words, and its error in the reader's language. Whoever adds or
 * moves a row has every field of all rows ask again what the form says of it, 3,000 of them in a form of 200 questions; so
 * an input is drawn by a component of its own that remembers (`memo`), and is drawn anew for its own changes alone.
 */
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
  const { help, disabled, labelHidden } = props;
  const optional = props.optional ? t("ui.form.optional") : undefined;
  /** For any of Mantine's inputs. Help gives way to the error. */
  const input = useMemo(
    () => ({
      id: `field-${name}`,
      name,
      label: labelHidden ? undefined : labelOf(label, optional),
      "aria-label": labelHidden ? label : undefined,
      description: error ? undefined : help,
      error,
      disabled,
      "aria-required": optional ? undefined : true,
    }),
    [name, label, labelHidden, optional, error, help, disabled],
  );
  return { field, t, error, input };
}

function labelOf(label: string, optional?: string): ReactNode {
  if (!optional) return label;
  return (
    <>
      {label} <span style={{ color: "var(--text-3)", fontWeight: 400 }}>({optional})</span>
    </>
  );
}
