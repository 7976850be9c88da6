"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { leaveEmployeeAction } from "@/lib/domain/employees/actions";
import { leaveEmployeeSchema } from "@/lib/domain/employees/schema";

/** The day on which somebody leaves. */
export function LeaveForm(props: {
  id: string;
  version: number;
  today: string;
  months: number;
  at?: string;
}) {
  const { id, version, today, at = "/employees" } = props;
  const t = useTranslations("employees");
  const record = useRecordForm({
    schema: leaveEmployeeSchema,
    action: leaveEmployeeAction,
    defaultValues: { id, version, leftOn: today, reason: "" },
    onSaved: () => `${at}/${id}`,
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("leave")} cancelHref={`${at}/${id}`}>
      <FormSection help={t("leaveHelp", { months: props.months })}>
        <DateField name="leftOn" label={t("leftOn")} />
        <TextField name="reason" label={t("reason")} optional />
      </FormSection>
    </RecordForm>
  );
}
