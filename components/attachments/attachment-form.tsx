"use client";

import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { updateAttachmentAction } from "@/lib/domain/attachments/actions";
import type { AttachmentDto } from "@/lib/domain/attachments/dto";
import { updateAttachmentSchema } from "@/lib/domain/attachments/schema";

type Props = {
  attachment: Pick<AttachmentDto, "id" | "version" | "title" | "kind" | "fileName">;
  kinds: SelectOption[];
  back: string;
};

/** What the office calls a file, and what kind of paper it is. */
export function AttachmentForm({ attachment, kinds, back }: Props) {
  const t = useTranslations("attachments");
  const { id, version, title, kind, fileName } = attachment;
  const record = useRecordForm({
    schema: updateAttachmentSchema,
    action: updateAttachmentAction,
    defaultValues: { id, version, title: title ?? "", kind },
    onSaved: () => back,
  });
  return (
    <RecordForm record={record} cancelHref={back}>
      <FormSection title={fileName}>
        <TextField name="title" label={t("titleLabel")} help={t("titleHelp")} optional />
        <SelectField name="kind" label={t("kindLabel")} options={kinds} />
      </FormSection>
    </RecordForm>
  );
}
