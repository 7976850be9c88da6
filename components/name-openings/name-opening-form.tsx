"use client";

import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createNameOpeningAction } from "@/lib/domain/name-openings/actions";
import { purposeLabel } from "@/lib/domain/name-openings/labels";
import { createNameOpeningSchema, namePurposes, OPEN_MINUTES } from "@/lib/domain/name-openings/schema";

/** What the names of a roster are opened for. */
export function NameOpeningForm({ enterpriseId }: { enterpriseId: string }) {
  const t = useTranslations("name-openings");
  const all = useTranslations();
  const back = `/employees?enterprise=${enterpriseId}`;
  const record = useRecordForm({
    schema: createNameOpeningSchema,
    action: createNameOpeningAction,
    // No purpose is the usual one: it is chosen, not passed over.
    defaultValues: { enterpriseId, purpose: "" as never, note: "" },
    onSaved: () => back,
    savedMessage: "",
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("new")} cancelHref={back}>
      <FormSection help={t("help", { minutes: OPEN_MINUTES })}>
        <SelectField
          name="purpose"
          label={t("purposeLabel")}
          options={namePurposes.map((value) => ({ value, label: all(purposeLabel(value)) }))}
        />
        <TextField name="note" label={t("note")} help={t("noteHelp")} />
      </FormSection>
    </RecordForm>
  );
}
