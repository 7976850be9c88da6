"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/**
 * Takes over what was typed into the server's HTML before the script was there: on a slow line a person is
 * faster than it. Answers whether the form is live.
 */
export function useTypedEarly(
  element: RefObject<HTMLFormElement | null>,
  form: UseFormReturn<FieldValues>,
): boolean {
  const [live, setLive] = useState(false);
  const early = useRef(new Map<string, string | boolean>());

  useLayoutEffect(() => {
    for (const control of element.current?.elements ?? []) {
      if (!isPlain(control) || !control.name) continue;
      const typed = readControl(control, form.getValues(control.name));
      if (typed !== null) early.current.set(control.name, typed);
    }
    // A second rendering at once makes the fields listen within this very turn: an event between the two
    // would be answered with the old value.
    setLive(true);
  }, [element, form]);

  useEffect(() => {
    for (const [name, typed] of early.current) form.setValue(name, typed, { shouldDirty: true });
    early.current.clear();
  }, [form]);

  return live;
}

type Plain = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A type-ahead's text is not its value: it takes its own text over. */
function isPlain(control: Element): control is Plain {
  if (control.getAttribute("role") === "combobox") return false;
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}

/** What differs from what the server sent; null where nothing does. */
function readControl(control: Plain, value: unknown): string | boolean | null {
  if (control instanceof HTMLSelectElement) {
    return control.value === String(value ?? "") ? null : control.value;
  }
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    return control.checked === control.defaultChecked ? null : control.checked;
  }
  return control.value === control.defaultValue ? null : control.value;
}
