"use client";

import { useWatch } from "react-hook-form";
import { useRecordContext } from "./record-context";

/**
 * What one field of the form holds, as it is typed. Who asks is drawn anew when that changes, and not whenever a row is
 * added beside it, as with several.
 */
export function useValue(name: string): string {
  const { form } = useRecordContext();
  return String(useWatch({ control: form.control, name }) ?? "");
}

/** What some fields of the form hold, as it is typed; text where a field holds none yet. */
export function useValues(names: string[]): string[] {
  const { form } = useRecordContext();
  return useWatch({ control: form.control, name: names }).map((value) => String(value ?? ""));
}
