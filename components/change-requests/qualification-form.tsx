"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { dropQualificationAction, requestQualificationAction } from "@/lib/domain/change-requests/actions";
import { requestQualificationSchema } from "@/lib/domain/change-requests/schema";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

type Seen = { id: string; version: number; requestVersion: number };
type Qualification = Record<
  "id" | "title" | "number" | "issuer" | "validFrom" | "validTo" | "attachmentId",
  string
>;

/** One licence with its document; the office looks at it. */
export function QualificationForm(props: {
  seen: Seen;
  qualification: Qualification;
  papers: SelectOption[];
}) {
  const t = useTranslations("change-requests.portal");
  const { papers } = props;
  const record = useRecordForm({
    schema: requestQualificationSchema,
    action: requestQualificationAction,
    defaultValues: { ...props.seen, note: "", qualification: props.qualification },
    onSaved: () => "/portal/profile",
    savedMessage: t("sent"),
  });
  return (
    <RecordForm record={record} submitLabel={t("send")} cancelHref="/portal/profile">
      <FormSection>
        <Wide>
          <TextField name="qualification.title" label={t("qTitle")} />
        </Wide>
        <TextField name="qualification.number" label={t("qNumber")} optional />
        <TextField name="qualification.issuer" label={t("qIssuer")} optional />
        <DateField name="qualification.validFrom" label={t("qFrom")} optional />
        <DateField name="qualification.validTo" label={t("qTo")} optional />
        <Wide>
          <SelectField
            name="qualification.attachmentId"
            label={t("qDocument")}
            help={t(papers.length > 0 ? "qDocumentHelp" : "qNoDocuments")}
            options={papers}
          />
        </Wide>
        <Wide>
          <TextareaField name="note" label={t("noteLabel")} rows={2} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

/** The firm holds it no longer: the office is asked to take it off the record. */
export function DropQualification({ seen, qualificationId }: { seen: Seen; qualificationId: string }) {
  const all = useTranslations();
  const t = useTranslations("change-requests.portal");
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function drop() {
    if (pending) return;
    setPending(true);
    const result = await dropQualificationAction({ ...seen, note: "", qualificationId });
    setPending(false);
    showToast({ message: result.ok ? t("sent") : translateMessage(all, result.message) });
    if (result.ok) router.push("/portal/profile");
    else router.refresh();
  }

  return (
    <LiveButton onClick={drop} aria-disabled={pending || undefined}>
      {t("qDrop")}
    </LiveButton>
  );
}
