"use client";

import { useTranslations } from "next-intl";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/platform/action/result";
import { DateField } from "./date-field";
import { FormSection } from "./form-section";
import { RecordForm } from "./record-form";
import { TextField } from "./text-field";
import { useRecordForm } from "./use-record-form";

/** What a page knows of the record that is to end. */
export type Closing = { id: string; version: number; today: string };

/** Ends a record on a day, for a reason: the words are the noun's `close`, `closeHelp`, `reason` and its day's name. */
export function CloseForm<Schema extends z.ZodType>(
  props: Closing & {
    /** The noun's namespace and address. */
    noun: string;
    /** The field of the day it ends on. */
    day: string;
    schema: Schema;
    action: (input: z.input<Schema>) => Promise<ActionResult<{ id: string }>>;
    reasonNeeded?: boolean;
  },
) {
  const { noun, day, id, version, today } = props;
  const t = useTranslations(noun);
  // The day is a field whose name only the noun knows; its schema refuses a wrong one.
  const opened: FieldValues = { id, version, [day]: today, reason: "" };
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    defaultValues: opened as DefaultValues<z.input<Schema> & FieldValues>,
    onSaved: () => `/${noun}/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("close")} cancelHref={`/${noun}/${id}`}>
      <FormSection help={t("closeHelp")}>
        <DateField name={day} label={t(day)} />
        <TextField name="reason" label={t("reason")} optional={!props.reasonNeeded} />
      </FormSection>
    </RecordForm>
  );
}
