"use client";

import { useTranslations } from "next-intl";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { undoChangeSetAction } from "@/lib/domain/change-sets/actions";
import { undoWithReasonSchema } from "@/lib/domain/change-sets/schema";

/** What a firm changed by itself is put back, and the firm is told why. */
export function UndoForm({ id, back }: { id: string; back: string }) {
  const t = useTranslations("change-sets");
  const record = useRecordForm({
    schema: undoWithReasonSchema,
    action: undoChangeSetAction,
    defaultValues: { id, reason: "" },
    onSaved: () => back,
    savedMessage: t("undone"),
  });
  return (
    <RecordForm record={record} submitLabel={t("putBack")} cancelHref={back}>
      <FormSection help={t("putBackHelp")}>
        <Wide>
          <TextareaField name="reason" label={t("reason")} rows={3} />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
