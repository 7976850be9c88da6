"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { VerbForm } from "@/components/ui/form/verb-form";
import { createFormVersionAction, retireReturnFormAction } from "@/lib/domain/return-forms/actions";
import { createFormVersionSchema, retireFormSchema } from "@/lib/domain/return-forms/schema";

/** No round will ask it from now on. */
export function RetireReturnForm({ of, today }: { of: { id: string; version: number }; today: string }) {
  const t = useTranslations("return-forms");
  return (
    <VerbForm
      of={of}
      back={`/return-forms/${of.id}`}
      schema={retireFormSchema}
      action={retireReturnFormAction}
      values={{ retiredOn: today, reason: "" }}
      submitLabel={t("retire")}
      help={t("retireHelp")}
    >
      <DateField name="retiredOn" label={t("retiredOn")} />
      <TextField name="reason" label={t("reason")} optional />
    </VerbForm>
  );
}

/** The next version begins as a copy. */
export function NewVersionForm({ id }: { id: string }) {
  const t = useTranslations("return-forms");
  const record = useRecordForm({
    schema: createFormVersionSchema,
    action: createFormVersionAction,
    defaultValues: { id },
    onSaved: () => `/return-forms/${id}/edit`,
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("createVersion")} cancelHref={`/return-forms/${id}`}>
      <FormSection help={t("createVersionHelp")}>{null}</FormSection>
    </RecordForm>
  );
}
