"use client";

import { useWatch } from "react-hook-form";
import { useRecordContext } from "./record-context";

/** What some fields of the form hold, as it is typed; text where a field holds none yet. */
export function useValues(names: string[]): string[] {
  const { form } = useRecordContext();
  return useWatch({ control: form.control, name: names }).map((value) => String(value ?? ""));
}
