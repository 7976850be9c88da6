"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { closeParkAction } from "@/lib/domain/parks/actions";
import { closeParkSchema } from "@/lib/domain/parks/schema";

export function CloseParkForm(props: { id: string; version: number; today: string }) {
  const t = useTranslations("parks");
  const record = useRecordForm({
    schema: closeParkSchema,
    action: closeParkAction,
    defaultValues: { id: props.id, version: props.version, closedOn: props.today, reason: "" },
    onSaved: ({ id }) => `/parks/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("close")} cancelHref={`/parks/${props.id}`}>
      <FormSection help={t("closeHelp")}>
        <DateField name="closedOn" label={t("closedOn")} />
        <TextField name="reason" label={t("reason")} optional />
      </FormSection>
    </RecordForm>
  );
}
