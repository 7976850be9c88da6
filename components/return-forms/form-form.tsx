"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createReturnFormAction, updateReturnFormAction } from "@/lib/domain/return-forms/actions";
import type { ReturnFormDto } from "@/lib/domain/return-forms/dto";
import { createFormSchema, periodMonths, updateFormSchema } from "@/lib/domain/return-forms/schema";

/** What a form is called and how often it is asked; a new one begins with the ready questions or with one. */
export function ReturnFormForm({ form }: { form?: ReturnFormDto }) {
  const t = useTranslations("return-forms");
  const onSaved = ({ id }: { id: string }) => `/return-forms/${id}`;
  const shared = {
    code: form?.code ?? "",
    titleZh: form?.titleZh ?? "",
    titleEn: form?.titleEn ?? "",
    months: String(form?.months ?? 3) as "3",
  };
  const creating = useRecordForm({
    schema: createFormSchema,
    action: createReturnFormAction,
    defaultValues: { ...shared, ready: true },
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateFormSchema,
    action: updateReturnFormAction,
    defaultValues: { ...shared, id: form?.id ?? "", version: form?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm
      record={form ? editing : creating}
      cancelHref={form ? `/return-forms/${form.id}` : "/return-forms"}
    >
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField
          name="months"
          label={t("months")}
          options={periodMonths.map((value) => ({ value, label: t(`everyMonths.${value}`) }))}
        />
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        {form ? null : <CheckboxField name="ready" label={t("ready")} help={t("readyHelp")} />}
      </FormSection>
    </RecordForm>
  );
}
