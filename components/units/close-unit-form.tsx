"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { closeUnitAction } from "@/lib/domain/units/actions";
import { closeUnitSchema } from "@/lib/domain/units/schema";

export function CloseUnitForm(props: { id: string; version: number; today: string }) {
  const t = useTranslations("units");
  const record = useRecordForm({
    schema: closeUnitSchema,
    action: closeUnitAction,
    defaultValues: { id: props.id, version: props.version, validTo: props.today, reason: "" },
    onSaved: ({ id }) => `/units/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("close")} cancelHref={`/units/${props.id}`}>
      <FormSection help={t("closeHelp")}>
        <DateField name="validTo" label={t("validTo")} />
        <TextField name="reason" label={t("reason")} />
      </FormSection>
    </RecordForm>
  );
}
