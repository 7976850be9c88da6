"use client";

import type { ReactNode } from "react";
import type { z } from "zod";
import type { ActionResult } from "@/lib/platform/action/result";
import { FormSection } from "./form-section";
import { RecordForm } from "./record-form";
import { useRecordForm } from "./use-record-form";

/** One question for one thing that is done to a record: its own fields, beside the record and the version seen. */
export function VerbForm<Schema extends z.ZodType>(props: {
  of: { id: string; version: number };
  /** Where it leads, done or not. */
  back: string;
  schema: Schema;
  action: (input: z.input<Schema>) => Promise<ActionResult<{ id: string }>>;
  /** What the verb's own fields begin with. */
  values: Record<string, unknown>;
  submitLabel?: string;
  help?: string;
  children: ReactNode;
}) {
  const { of, back } = props;
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    // Of which verb they are is known to who draws its fields, and not to the types here.
    defaultValues: { id: of.id, version: of.version, ...props.values } as never,
    onSaved: () => back,
  });
  return (
    <RecordForm record={record} submitLabel={props.submitLabel} cancelHref={back}>
      <FormSection help={props.help}>{props.children}</FormSection>
    </RecordForm>
  );
}
