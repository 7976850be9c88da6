"use client";

import { createContext, useContext } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/** How a field is called, and how its stored value reads, for the panels that speak of fields. */
export type FieldWords = { label: string; show?: (value: string) => string };

export type RecordContextValue = {
  form: UseFormReturn<FieldValues>;
  fields: Map<string, FieldWords>;
};

export const RecordContext = createContext<RecordContextValue | null>(null);

export function useRecordContext(): RecordContextValue {
  const context = useContext(RecordContext);
  if (!context) throw new Error("A field stands outside <RecordForm>.");
  return context;
}
