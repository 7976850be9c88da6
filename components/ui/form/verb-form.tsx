"use client";

import { type ReactNode, useEffect } from "react";
import type { z } from "zod";
import type { ActionResult, StaleDetails } from "@/lib/platform/action/result";
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
  /** Given for a decision on what the record says: it is never saved on top of somebody else's change. */
  decision?: { now: (theirs: StaleDetails["theirs"]) => string | null };
  children: ReactNode;
}) {
  const { of, back, decision } = props;
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    // Of which verb they are is known to who draws its fields, and not to the types here.
    defaultValues: { id: of.id, version: of.version, ...props.values } as never,
    onSaved: () => back,
    lookAgain: decision && { href: back, now: decision.now },
  });
  const { form } = record;
  const decides = decision !== undefined;
  useEffect(() => {
    // Words that the browser kept come back; the version is the one that stands, which was looked at since.
    if (decides) form.setValue("version", of.version);
  }, [form, decides, of.version]);
  return (
    <RecordForm record={record} submitLabel={props.submitLabel} cancelHref={back}>
      <FormSection help={props.help}>{props.children}</FormSection>
    </RecordForm>
  );
}
