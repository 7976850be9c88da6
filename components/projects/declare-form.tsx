"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { declareRagAction } from "@/lib/domain/projects/actions";
import { declaredRags, declareRagSchema } from "@/lib/domain/projects/schema";

/** How its officer sees the project, from when and until when, and why. */
export function DeclareForm(props: { projectId: string; today: string; until: string }) {
  const { projectId } = props;
  const t = useTranslations("projects");
  const record = useRecordForm({
    schema: declareRagSchema,
    action: declareRagAction,
    defaultValues: { projectId, rag: "AMBER", on: props.today, expiresOn: props.until, reason: "" },
    onSaved: () => `/projects/${projectId}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("declared.declare")} cancelHref={`/projects/${projectId}`}>
      <FormSection help={t("declared.help")}>
        <SelectField
          name="rag"
          label={t("declared.rag")}
          options={declaredRags.map((value) => ({ value, label: t(`rags.${value}`) }))}
        />
        <span />
        <DateField name="on" label={t("declared.on")} />
        <DateField name="expiresOn" label={t("declared.expiresOn")} />
        <Wide>
          <TextareaField name="reason" label={t("reason")} />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
