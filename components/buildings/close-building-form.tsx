"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { closeBuildingAction } from "@/lib/domain/buildings/actions";
import { closeBuildingSchema } from "@/lib/domain/buildings/schema";

export function CloseBuildingForm(props: { id: string; version: number; today: string }) {
  const t = useTranslations("buildings");
  const record = useRecordForm({
    schema: closeBuildingSchema,
    action: closeBuildingAction,
    defaultValues: { id: props.id, version: props.version, closedOn: props.today, reason: "" },
    onSaved: ({ id }) => `/buildings/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("close")} cancelHref={`/buildings/${props.id}`}>
      <FormSection help={t("closeHelp")}>
        <DateField name="closedOn" label={t("closedOn")} />
        <TextField name="reason" label={t("reason")} optional />
      </FormSection>
    </RecordForm>
  );
}
