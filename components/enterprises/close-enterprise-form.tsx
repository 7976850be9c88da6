"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { closeEnterpriseAction } from "@/lib/domain/enterprises/actions";
import { closeEnterpriseSchema } from "@/lib/domain/enterprises/schema";

export function CloseEnterpriseForm(props: { id: string; version: number; today: string }) {
  const t = useTranslations("enterprises");
  const record = useRecordForm({
    schema: closeEnterpriseSchema,
    action: closeEnterpriseAction,
    defaultValues: { id: props.id, version: props.version, endedOn: props.today, reason: "" },
    onSaved: ({ id }) => `/enterprises/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("close")} cancelHref={`/enterprises/${props.id}`}>
      <FormSection help={t("closeHelp")}>
        <DateField name="endedOn" label={t("endedOn")} />
        <TextField name="reason" label={t("reason")} optional />
      </FormSection>
    </RecordForm>
  );
}
