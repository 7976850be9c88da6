"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { cancelProjectAction, reportProjectAction } from "@/lib/domain/projects/actions";
import { cancelProjectSchema, reportProjectSchema } from "@/lib/domain/projects/schema";

type Props = { id: string; version: number; today: string };

/** Ends a project before it delivered. */
export function CancelProjectForm({ id, version, today }: Props) {
  const t = useTranslations("projects");
  const record = useRecordForm({
    schema: cancelProjectSchema,
    action: cancelProjectAction,
    defaultValues: { id, version, cancelledOn: today, reason: "" },
    onSaved: () => `/projects/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("cancel")} cancelHref={`/projects/${id}`}>
      <FormSection help={t("cancelHelp")}>
        <DateField name="cancelledOn" label={t("cancelledOn")} />
        <TextField name="reason" label={t("reason")} />
      </FormSection>
    </RecordForm>
  );
}

/** What happened, in either language. */
export function ReportProjectForm({ id, today }: Props) {
  const t = useTranslations("projects");
  const record = useRecordForm({
    schema: reportProjectSchema,
    action: reportProjectAction,
    defaultValues: { projectId: id, on: today, periodFrom: "", periodTo: "", textZh: "", textEn: "" },
    onSaved: () => `/projects/${id}`,
  });
  return (
    <RecordForm record={record} cancelHref={`/projects/${id}`}>
      <FormSection>
        <DateField name="on" label={t("on")} />
        <span />
        <DateField name="periodFrom" label={t("periodFrom")} optional />
        <DateField name="periodTo" label={t("periodTo")} optional />
        <Wide>
          <TextareaField name="textZh" label={t("textZh")} optional />
        </Wide>
        <Wide>
          <TextareaField name="textEn" label={t("textEn")} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
